using System.Collections.Immutable;
using System.Globalization;
using EasDeploy.Catalogs;
using EasDeploy.Resolution;
using EasDeploy.Specs;
using EasDeploy.Tool.Output;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Tool.Wizard;

/// <summary>Phase 2: image, start command, port. Storage has a screen of its own: <see cref="StorageScreen"/>.</summary>
/// <remarks>Source: deployment workflow, steps 2.1, 2.3 and 2.4.</remarks>
internal sealed class ServiceEnvironmentScreen(Conversation talk, WizardCloud cloud)
{
    private static readonly ImmutableArray<string> s_engines = ["vLLM", "SGLang"];

    /// <summary>The image list is queried also for an address the user brings.</summary>
    public async Task<ServiceDraft> ImageAsync(ServiceDraft draft, CancellationToken ct)
    {
        ImmutableArray<CatalogImage> images = await cloud.ImagesAsync(ct);
        CatalogImage? usual = await new ModelAdvice(talk, cloud).UsualImageAsync(draft, images, ct);
        ImageCategory? usualCategory = ImageCategory.All.FirstOrDefault(category => usual is not null && category.Of(images).Contains(usual));
        while (true)
        {
            talk.Say("Select image category:");
            ImageCategory category = await talk.ChooseAsync(
                new RowList<ImageCategory>(
                    Questions.Category with { Default = usualCategory?.Key ?? "" }, [new("Category", row => row.Title), new("Target Models", row => row.TargetModels)], ImageCategory.All, row => [row.Key, row.Title]),
                ct);
            if (category == ImageCategory.Custom)
            {
                return await CustomAsync(draft, images, ct);
            }

            ImmutableArray<CatalogImage> offered = category.Of(images);
            if (category == ImageCategory.LlmInference)
            {
                talk.Say("Inference engine:\n1. vLLM\n2. SGLang\n\nSelect (enter 1 or 2):");
                string byDefault = usual is null ? "" : new ImageReference(usual.Name).Family;
                string engine = s_engines[await talk.ChooseAsync(Questions.Engine with { Default = byDefault }, s_engines, ct)];
                offered = [.. offered.Where(image => new ImageReference(image.Name).Family.Equals(engine, StringComparison.OrdinalIgnoreCase))];
            }

            if (offered.IsEmpty)
            {
                talk.Refuse(Questions.Category, category.Title, $"another category: the catalog of {draft.Region} has no image of this one");
                continue;
            }

            CatalogImage image = await talk.ChooseAsync(
                new RowList<CatalogImage>(Questions.Image with { Default = usual?.Name ?? "" }, Listings.Images.Columns, offered, row => [row.Name]), ct);
            return await TakeAsync(draft, image, image.Name, ct);
        }
    }

    /// <summary>The image's own command, else the typical one of its family, else the user's.</summary>
    public async Task<ServiceDraft> CommandAsync(ServiceDraft draft, CancellationToken ct)
    {
        ServiceDraft bare = draft.Without(Metadata.Script, Metadata.Command);
        ResolvedService service = await cloud.MatchAsync(bare, ct);
        string recommended = service.StartCommand.Text;
        while (true)
        {
            string script;
            if (recommended.Length == 0)
            {
                talk.Say("The image brings no startup command, and its family has no typical one.");
                script = await talk.TextAsync(Questions.Command with { Default = "" }, "Startup command:", ct);
            }
            else
            {
                talk.Say($"Startup command:\n1. Use recommended: {recommended}\n2. Custom command\n\nSelect (enter 1 or 2):");
                Reply reply = await talk.ReadAsync(Questions.Command, ct);
                if (reply.Text is "1" or "recommended")
                {
                    return bare;
                }

                script = reply.Text == "2" ? await talk.TextAsync(Questions.Command with { Default = "" }, "Custom command:", ct) : reply.Text;
            }

            // Calls must reach the port the command listens on; the next question offers it.
            ServiceDraft next = bare.With(Metadata.Script, script);
            next = PresetScript.PortsOf(script) is [var port, ..] ? next.With(Metadata.Port, port.ToString(CultureInfo.InvariantCulture)) : next;
            if (AnswerCheck.FirstNew(bare, next) is not { } wrong)
            {
                return next;
            }

            talk.Refuse(Questions.Command, wrong);
        }
    }

    /// <summary>By default the port of the command, else of the image, else 8000.</summary>
    public async Task<ServiceDraft> PortAsync(ServiceDraft draft, CancellationToken ct)
    {
        ServiceDraft bare = draft.Without(Metadata.Port);
        ResolvedService service = await cloud.MatchAsync(bare, ct);
        int byDefault = service.Port;
        if (bare[Metadata.Script] is { } script && PresetScript.PortsOf(script) is [var named, ..])
        {
            byDefault = named;
        }

        Question question = Questions.Port with { Default = byDefault.ToString(CultureInfo.InvariantCulture) };
        string port = await talk.ValueAsync(question, "Port", text => AnswerCheck.FirstNew(bare, bare.With(Metadata.Port, text)), ct);
        return ServiceSpec.ParseNumber(port) == service.Port ? bare : bare.With(Metadata.Port, port);
    }

    private async Task<ServiceDraft> CustomAsync(ServiceDraft draft, ImmutableArray<CatalogImage> images, CancellationToken ct)
    {
        while (true)
        {
            string address = await talk.TextAsync(Questions.Image, "Image address:", ct);
            ServiceDraft next = draft.With(Metadata.Image, address);
            if (AnswerCheck.FirstNew(draft, next) is { } wrong)
            {
                talk.Refuse(Questions.Image, wrong);
            }
            else if (ImageMatch.Find(images, next.ToSpec(), []) is { } known)
            {
                return await TakeAsync(draft, known, address, ct);
            }
            else if (!new ImageReference(address).IsAddress)
            {
                talk.Refuse(Questions.Image, address, "a full address such as registry.example.com/team/server:1.0; the catalog has no image of this name");
            }
            else
            {
                talk.Say("The official catalog does not know this image: its chip type is unknown.");
                return next with { Chips = [], ChipText = "unknown" };
            }
        }
    }

    private async Task<ServiceDraft> TakeAsync(ServiceDraft draft, CatalogImage image, string text, CancellationToken ct)
    {
        ImageDetail detail = await cloud.ImageAsync(image.ImageId, ct);
        ServiceDraft next = draft.With(image, detail, text);
        talk.Say($"Selected image: {image.Name} (Chip: {next.ChipText})");
        talk.Say($"Image address: {detail.ImageUri ?? ImageMatch.AddressOf(image) ?? "unknown"}");
        return next;
    }
}
