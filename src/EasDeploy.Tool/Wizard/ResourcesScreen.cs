using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Tool.Output;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Tool.Wizard;

/// <summary>Phase 3: instance type or resource group, replicas.</summary>
/// <remarks>Source: deployment workflow, steps 3.1 to 3.4.</remarks>
internal sealed class ResourcesScreen(Conversation talk, WizardCloud cloud)
{
    private static readonly ImmutableArray<string> s_all = [Metadata.InstanceType, Metadata.ResourceGroup, Metadata.Cpu, Metadata.Memory, Metadata.Gpu];

    private static readonly ImmutableArray<Choice> s_types =
    [
        new("public", "Public Resource", "On-demand, pay-as-you-go"),
        new("group", "EAS Resource Group", "Dedicated resource group"),
    ];

    public async Task<ServiceDraft> ResourceAsync(ServiceDraft draft, CancellationToken ct)
    {
        ServiceDraft bare = draft.Without(s_all);
        while (true)
        {
            talk.Say("Resource type:");
            Choice type = await talk.ChooseAsync(
                new RowList<Choice>(Questions.Resource, [new("Type", row => row.Title), new("Description", row => row.Description)], s_types, row => [row.Key, row.Title]), ct);
            ServiceDraft? chosen = type.Key == "public" ? await InstanceAsync(bare, ct) : await GroupAsync(bare, ct);
            if (chosen is not null)
            {
                return chosen;
            }
        }
    }

    public async Task<ServiceDraft> ReplicasAsync(ServiceDraft draft, CancellationToken ct)
    {
        ServiceDraft bare = draft.Without(Metadata.Replicas);
        string replicas = await talk.ValueAsync(Questions.Replicas, "Replicas", text => AnswerCheck.FirstNew(bare, bare.With(Metadata.Replicas, text)), ct);
        return replicas == Questions.Replicas.Default ? bare : bare.With(Metadata.Replicas, replicas);
    }

    /// <returns>Null = no type fits the image.</returns>
    private async Task<ServiceDraft?> InstanceAsync(ServiceDraft bare, CancellationToken ct)
    {
        ImmutableArray<InstanceType> known = await (await cloud.OpenAsync(ct)).DescribeMachineSpecAsync(ct);
        talk.Say($"Selected image chip type: {bare.ChipText}");
        if (bare.Chips.IsEmpty)
        {
            talk.Say("No instance type is known for this chip type, so every available one is listed.", Tone.Warning);
        }
        else
        {
            talk.Say("Filtering compatible instance types...");
        }

        ImmutableArray<InstanceType> fitting =
            [.. known.Where(type => type.IsAvailable && (bare.Chips.IsEmpty || bare.Chips.Contains(ChipClassifier.Of(type))))];
        if (fitting.IsEmpty)
        {
            talk.Refuse(Questions.Resource, "public", $"'group', or go back (b) and choose another image: no {bare.ChipText} instance type is in stock in {bare.Region}");
            return null;
        }

        fitting = await new ModelAdvice(talk, cloud).FittingFirstAsync(bare, fitting, ct);
        InstanceType instance = await talk.ChooseAsync(
            new RowList<InstanceType>(Questions.Instance, Listings.Instances.Columns, fitting, row => [row.Name]), ct);
        return bare.With(Metadata.InstanceType, instance.Name);
    }

    /// <returns>Null = skipped, or there is none.</returns>
    private async Task<ServiceDraft?> GroupAsync(ServiceDraft bare, CancellationToken ct)
    {
        ImmutableArray<ResourceGroup> groups = await cloud.ResourceGroupsAsync(ct);
        if (groups.IsEmpty)
        {
            talk.Refuse(Questions.Resource, "group", $"'public': no dedicated resource group is ready in {bare.Region}");
            return null;
        }

        talk.Say("EAS resource group:\n1. Select from existing\n2. Skip\n\nSelect (enter 1 or 2):");
        if (await talk.ChooseAsync(Questions.UseGroup, ["select", "skip"], ct) == 1)
        {
            return null;
        }

        ResourceGroup group = await talk.ChooseAsync(
            new RowList<ResourceGroup>(Questions.Group, Listings.Resources.Columns, groups, row => [row.Id, row.Name]), ct);
        ServiceDraft next = bare.With(Metadata.ResourceGroup, group.Id);
        next = await ShareAsync(next, Questions.Cpu, "Cores per replica", Metadata.Cpu, ct);
        next = await ShareAsync(next, Questions.Memory, "Memory per replica (MB)", Metadata.Memory, ct);
        Question gpu = Questions.Gpu with { Default = NeedsGpu(bare) ? "1" : "0" };
        next = await ShareAsync(next, gpu, "GPU cards per replica", Metadata.Gpu, ct);
        return next[Metadata.Gpu] == "0" ? next.Without(Metadata.Gpu) : next;
    }

    private async Task<ServiceDraft> ShareAsync(ServiceDraft draft, Question question, string label, string name, CancellationToken ct) =>
        draft.With(name, await talk.ValueAsync(question, label, text => AnswerCheck.FirstNew(draft, draft.With(name, text)), ct));

    private static bool NeedsGpu(ServiceDraft draft) => draft.Chips.Contains(Chip.GPU) && !draft.Chips.Contains(Chip.CPU);
}
