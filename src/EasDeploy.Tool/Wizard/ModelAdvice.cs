using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Resolution;
using EasDeploy.Specs;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Tool.Wizard;

/// <summary>What the files of a model folder say about image and instance type; always with the reason, never without being asked for.</summary>
/// <remarks>Source: checklist S2.1-15, X20 to X24.</remarks>
internal sealed class ModelAdvice(Conversation talk, WizardCloud cloud)
{
    /// <summary>The image to pre-select for a folder that is known before the image is.</summary>
    /// <returns>Null = no folder is known yet, or its files tell nothing.</returns>
    public async Task<CatalogImage?> UsualImageAsync(ServiceDraft draft, ImmutableArray<CatalogImage> images, CancellationToken ct)
    {
        if (draft[Metadata.Model] is not { } path || draft[Metadata.Image] is not null)
        {
            return null;
        }

        ModelFolder folder = await cloud.ModelAsync(path, draft.Region, ct);
        CatalogImage? usual = ModelMatch.ImageFor(folder.Kind, images);
        talk.Say(usual is null
            ? $"{path} holds {ModelMatch.TextOf(folder.Kind)}, and no image of the catalog is known to serve it."
            : $"{path} holds {ModelMatch.TextOf(folder.Kind)}: {usual.Name} is pre-selected, an empty line takes it.\n");
        return usual;
    }

    /// <summary>Offers the image that serves the model where the chosen one does not.</summary>
    public async Task<ServiceDraft> FitImageAsync(ServiceDraft draft, string path, CancellationToken ct)
    {
        ModelFolder folder = await cloud.ModelAsync(path, draft.Region, ct);
        string weights = folder.WeightsBytes is { } bytes ? $", weights {ModelMemory.Text(bytes)}" : "";
        talk.Say($"{path} holds {ModelMatch.TextOf(folder.Kind)}{weights}.");
        if (draft[Metadata.Image] is not { } image || ModelMatch.Serves(new ImageReference(image), folder.Kind) is not false
            || ModelMatch.ImageFor(folder.Kind, await cloud.KnownImagesAsync(ct), draft.Chips is [var chip, ..] ? chip : null) is not { } usual)
        {
            return draft;
        }

        talk.Say($"{image} does not serve it, {usual.Name} does:\n1. Use {usual.Name}\n2. Keep {image}\n\nSelect (enter 1 or 2):");
        return await talk.ChooseAsync(Questions.SuggestedImage, ["use", "keep"], ct) == 0
            ? draft.With(usual, await cloud.ImageAsync(usual.ImageId, ct), usual.Name)
            : draft;
    }

    /// <summary>Types that hold the model come first; the others keep their order behind them.</summary>
    public async Task<ImmutableArray<InstanceType>> FittingFirstAsync(ServiceDraft draft, ImmutableArray<InstanceType> types, CancellationToken ct)
    {
        if (draft[Metadata.Model] is not { } path)
        {
            return types;
        }

        ResolvedService service = await cloud.MatchAsync(draft, ct);
        if (ModelMemory.Of(await cloud.ModelAsync(path, draft.Region, ct), service.StartCommand, service.Family) is not { } memory)
        {
            return types;
        }

        talk.Say($"The model takes {memory.SumText}: types that hold it come first.");
        return [.. types.OrderByDescending(type => type.GpuMemory > 0 && memory.FitsOn(type))];
    }
}
