using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Tool.Output;
using static EasDeploy.Items.PropertyCatalog;

namespace EasDeploy.Tool.Wizard;

/// <summary>Phase 1: region, name, workspace.</summary>
/// <remarks>Source: deployment workflow, steps 1.1 and 1.2; design ruling K1 for the region.</remarks>
internal sealed class BasicInfoScreen(Conversation talk, WizardCloud cloud)
{
    /// <summary>Found by itself where it can be; asked only where nothing names one.</summary>
    public async Task<ServiceDraft> RegionAsync(ServiceDraft draft, CancellationToken ct)
    {
        string? region = cloud.Access.FindRegion();
        if (region is null)
        {
            talk.Say("Region:");
            region = await talk.ChooseAsync(
                new RowList<string>(Questions.Region, [new("Region", name => name)], Regions.All, name => [name]), ct);
        }
        else
        {
            talk.Say($"Region: {region}");
        }

        cloud.Region = region;
        return draft with { Region = region };
    }

    public async Task<ServiceDraft> NameAsync(ServiceDraft draft, CancellationToken ct)
    {
        while (true)
        {
            string name = await talk.TextAsync(Questions.Name, "Service name (a-z 0-9 _, 3-63 characters):", ct);
            if (AnswerCheck.FirstNew(ServiceDraft.Empty with { Name = "name" }, ServiceDraft.Empty with { Name = name }) is not { } wrong)
            {
                return draft.Named(name);
            }

            talk.Refuse(Questions.Name, wrong);
        }
    }

    /// <summary>Always queried; passed over in silence when there is none. It never stops anybody.</summary>
    public async Task<ServiceDraft> WorkspaceAsync(ServiceDraft draft, CancellationToken ct)
    {
        ImmutableArray<Workspace> workspaces = await WizardCloud.IfPermittedAsync(cloud.WorkspacesAsync(ct));
        if (workspaces.IsEmpty)
        {
            return draft.Without(Metadata.Workspace) with { WorkspaceName = "" };
        }

        talk.Say("Workspace:");
        Workspace chosen = await talk.ChooseAsync(
            new RowList<Workspace>(Questions.Workspace, Listings.Workspaces.Columns, workspaces, workspace => [workspace.Id, workspace.Name]), ct);
        return draft.With(Metadata.Workspace, chosen.Id) with { WorkspaceName = chosen.Name };
    }
}
