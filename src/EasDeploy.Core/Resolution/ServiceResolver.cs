using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Resolution;

/// <summary>Matches a wanted service with the catalog. Pure: the same two values give the same result.</summary>
public static class ServiceResolver
{
    // A start command is shown whole where it can be: the author wants to see what runs.
    private const int ScriptLimit = 200;

    public static ResolvedService Resolve(ServiceSpec spec, Catalog catalog, CheckPurpose purpose)
    {
        ImmutableArray<Diagnostic>.Builder choices = ImmutableArray.CreateBuilder<Diagnostic>();
        (Resolved<ResolvedImage> image, string address) = ResolveImage(spec, catalog);
        ImageFamily family = spec.Environment.Image is { } reference ? ImageFamilies.Of(reference.Value) : ImageFamily.Other;
        ImmutableArray<WantedInstanceType> types =
            [.. spec.Resources.InstanceTypes.Select(name => new WantedInstanceType(name, ResolveType(name.Value, catalog)))];
        int port = spec.Environment.Port?.Value ?? image.Value?.PresetPort ?? ServiceEnvironmentSpec.DefaultPort;
        StartCommand command = ResolveCommand(spec, image.Value, family, port, choices);
        Resolved<ResolvedModel> model = ResolveModel(spec, catalog);
        ModelMemory? memory = ModelMemory.Of(model.Value?.Folder, command, family);
        types = MeetNeed(spec, image.Value, memory, types, catalog, choices);
        types = SwitchInstance(spec, image.Value, memory, types, catalog, choices);
        Resolved<Workspace> workspace = ResolveWorkspace(spec, catalog, choices);
        AnnounceImage(spec, image.Value, choices);
        AnnounceSlashes(spec, choices);
        AnnounceNetTypes(spec, choices);

        return new ResolvedService(spec, catalog, purpose)
        {
            Family = family,
            Image = image,
            ImageAddress = address,
            InstanceTypes = types,
            ResourceGroup = ResolveGroup(spec, catalog),
            Workspace = workspace,
            Network = ResolvedNetwork.Of(spec.Network, catalog.Network),
            StartCommand = command,
            Port = port,
            Model = model,
            Memory = memory,
            FittingInstanceType = image.Value is { Chips.IsEmpty: false } known ? InstanceRanking.Pick(catalog.InstanceTypes, known.Chips, memory)?.Name : null,
            Choices = choices.ToImmutable(),
        };
    }

    private static (Resolved<ResolvedImage> Image, string Address) ResolveImage(ServiceSpec spec, Catalog catalog)
    {
        if (spec.Environment.Image is not { } wanted)
        {
            return (Resolved<ResolvedImage>.NotChecked, "");
        }

        string conventional = ImageMatch.ConventionalAddress(wanted.Value, catalog.Region);
        if (!catalog.IsQueried)
        {
            return (Resolved<ResolvedImage>.NotChecked, conventional);
        }

        CatalogImage? other = catalog.OtherImages?.FirstOrDefault(image => ImageMatch.Is(image, wanted.Value));
        if ((ImageMatch.Find(catalog.Images, spec, catalog.InstanceTypes) ?? other) is not { } row)
        {
            return (wanted.Value.IsAddress ? Resolved<ResolvedImage>.NotChecked : Resolved<ResolvedImage>.NotFound, conventional);
        }

        ImageDetail? detail = catalog.ImageDetails.FirstOrDefault(found => found.ImageId == row.ImageId);
        ImmutableArray<ImageLabel> labels = row.Labels.IsEmpty ? detail?.Labels ?? [] : row.Labels;
        CatalogImage labelled = row with { Labels = labels };
        string address = ImageMatch.AddressOf(labelled) ?? detail?.ImageUri ?? conventional;
        ResolvedImage image = new(
            row.Name,
            address,
            [.. ChipClassifier.Of(labels)],
            [.. labels.Where(label => label.Key == "system.chipType" && ChipClassifier.Parse(label.Value) is null).Select(label => label.Value)],
            Preset(detail?.EasScript) ?? Preset(labelled.Label("system.eas.default.script")),
            detail?.EasPort ?? (labelled.Label("system.eas.default.port") is { } port ? ServiceSpec.ParseNumber(port) : null))
        {
            IsForEas = row != other || labelled.Label("system.supported.eas") == "true",
            IsPrivate = row.Accessibility == "PRIVATE",
        };
        return (Resolved<ResolvedImage>.Found(image), address);
    }

    // A missing EasConfig.script reads as the text "null" through the workflow's own query.
    private static string? Preset(string? script) => string.IsNullOrWhiteSpace(script) || script == "null" ? null : script;

    private static Resolved<ResolvedInstanceType> ResolveType(string name, Catalog catalog)
    {
        if (!catalog.IsQueried)
        {
            return Resolved<ResolvedInstanceType>.NotChecked;
        }

        InstanceType? row = catalog.InstanceTypes.FirstOrDefault(type => type.Name == name);
        return row is null
            ? Resolved<ResolvedInstanceType>.NotFound
            : Resolved<ResolvedInstanceType>.Found(new ResolvedInstanceType(row, ChipClassifier.Of(row)));
    }

    private static ImmutableArray<WantedInstanceType> MeetNeed(
        ServiceSpec spec, ResolvedImage? image, ModelMemory? memory, ImmutableArray<WantedInstanceType> types, Catalog catalog,
        ImmutableArray<Diagnostic>.Builder choices)
    {
        if (spec.Resources is not { Need: { IsReadable: true } need, ResourceGroup: null } || !types.IsEmpty || !catalog.IsQueried)
        {
            return types;
        }

        ImmutableArray<Chip> chips = image?.Chips ?? [];
        ImmutableArray<WantedInstanceType> met = [.. InstanceRanking.Matching(catalog.InstanceTypes, need, chips, memory).Select(type => new WantedInstanceType(
            new Given<string>(type.Name, need.Location), Resolved<ResolvedInstanceType>.Found(new ResolvedInstanceType(type, ChipClassifier.Of(type)))))];
        if (!met.IsEmpty)
        {
            string names = string.Join(";", met.Select(type => type.Name.Value));
            choices.Add(ResolutionChoices.TypesChosen.At(need.Location, spec.Name.Shown(), InstanceNeed.TextOf(spec.Item), names));
        }

        return met;
    }

    private static ImmutableArray<WantedInstanceType> SwitchInstance(
        ServiceSpec spec, ResolvedImage? image, ModelMemory? memory, ImmutableArray<WantedInstanceType> types, Catalog catalog,
        ImmutableArray<Diagnostic>.Builder choices)
    {
        bool isGpuImageOnCpu = image is not null && image.Chips.Contains(Chip.GPU) && !image.Chips.Contains(Chip.CPU)
            && !types.IsEmpty && types.All(type => type.Type.Value?.Chip == Chip.CPU);
        if (!isGpuImageOnCpu || !spec.Policy.AutoSwitchInstance || spec.Item.KeepsTypes || InstanceRanking.Pick(catalog.InstanceTypes, [Chip.GPU], memory) is not { } gpuType)
        {
            return types;
        }

        Given<string> old = types[0].Name;
        string oldNames = string.Join(";", types.Select(type => type.Name.Value));
        choices.Add(ResolutionChoices.InstanceSwitched.At(old.Location, spec.Name.Shown(), oldNames.Shown(), gpuType.Name, image!.Name, image.ChipText, Chip.CPU));
        Given<string> name = new(gpuType.Name, old.Location);
        return [new WantedInstanceType(name, Resolved<ResolvedInstanceType>.Found(new ResolvedInstanceType(gpuType, Chip.GPU)))];
    }

    private static StartCommand ResolveCommand(
        ServiceSpec spec, ResolvedImage? image, ImageFamily family, int port, ImmutableArray<Diagnostic>.Builder choices)
    {
        ServiceEnvironmentSpec environment = spec.Environment;
        if (environment.Script is not null || environment.Command is not null)
        {
            return new StartCommand(environment.Script?.Value, environment.Command?.Value, StartCommandOrigin.Author, false) { Arguments = environment.Arguments };
        }

        string? modelPath = environment.Mounts.IsEmpty ? null : environment.Mounts[0].MountPath.Value;
        string imageText = environment.Image?.Value.Text ?? "";
        if (image?.PresetScript is { } preset)
        {
            string? fitted = PresetScript.Fit(preset, image.PresetPort, port, modelPath);
            if (fitted is not null && fitted != preset)
            {
                choices.Add(ResolutionChoices.PresetRewritten.At(spec.Location, spec.Name.Shown(), imageText.Shown(), fitted.Shown(ScriptLimit)));
            }

            return new StartCommand(fitted ?? preset, null, StartCommandOrigin.Preset, fitted is null);
        }

        if (TypicalScript.Of(family, modelPath ?? ServiceEnvironmentSpec.DefaultModelMountPath, port) is { } typical)
        {
            choices.Add(ResolutionChoices.TypicalScriptUsed.At(spec.Location, spec.Name.Shown(), imageText.Shown(), typical.Shown(ScriptLimit)));
            return new StartCommand(typical, null, StartCommandOrigin.Typical, false);
        }

        return new StartCommand(null, null, StartCommandOrigin.None, false);
    }

    /// <remarks>Source: deployment workflow, step 1.2; design ruling C04: never blocking.</remarks>
    private static Resolved<Workspace> ResolveWorkspace(ServiceSpec spec, Catalog catalog, ImmutableArray<Diagnostic>.Builder choices)
    {
        if (!catalog.IsQueried || catalog.Workspaces.IsEmpty)
        {
            return Resolved<Workspace>.NotChecked;
        }

        if (spec.BasicInfo.Workspace is { } wanted)
        {
            Workspace? match = catalog.Workspaces.FirstOrDefault(workspace => workspace.Id == wanted.Value)
                ?? catalog.Workspaces.FirstOrDefault(workspace => workspace.Name == wanted.Value);
            return match is null ? Resolved<Workspace>.NotFound : Resolved<Workspace>.Found(match);
        }

        List<Workspace> enabled = [.. catalog.Workspaces.Where(workspace => workspace.Status == "ENABLED")];
        Workspace? chosen = enabled.Count == 1 ? enabled[0] : enabled.FirstOrDefault(workspace => workspace.IsDefault);
        if (chosen is null)
        {
            if (enabled.Count > 1)
            {
                choices.Add(ResolutionChoices.WorkspaceLeftOpen.At(spec.Location, spec.Name.Shown(), enabled.Count, enabled[0].Id));
            }

            return Resolved<Workspace>.NotChecked;
        }

        string reason = enabled.Count == 1 ? "the only enabled one" : "the default one";
        choices.Add(ResolutionChoices.WorkspaceChosen.At(spec.Location, spec.Name.Shown(), chosen.Name.Shown(), chosen.Id, reason));
        return Resolved<Workspace>.Found(chosen);
    }

    private static Resolved<ResolvedModel> ResolveModel(ServiceSpec spec, Catalog catalog)
    {
        if (ModelPlace.Of(spec) is not { } place || catalog.Storage.Folder(place.Path) is not { State: not FolderState.NotReadable } folder)
        {
            return Resolved<ResolvedModel>.NotChecked;
        }

        return folder is { State: FolderState.Listed, IsEmpty: false }
            ? Resolved<ResolvedModel>.Found(new ResolvedModel(place, folder))
            : Resolved<ResolvedModel>.NotFound;
    }

    private static Resolved<ResourceGroup> ResolveGroup(ServiceSpec spec, Catalog catalog)
    {
        if (spec.Resources.ResourceGroup is not { } wanted || catalog.ResourceGroups is not { } groups)
        {
            return Resolved<ResourceGroup>.NotChecked;
        }

        ResourceGroup? match = groups.FirstOrDefault(group => group.Id == wanted.Value) ?? groups.FirstOrDefault(group => group.Name == wanted.Value);
        return match is null ? Resolved<ResourceGroup>.NotFound : Resolved<ResourceGroup>.Found(match);
    }

    private static void AnnounceImage(ServiceSpec spec, ResolvedImage? image, ImmutableArray<Diagnostic>.Builder choices)
    {
        if (image is not null && spec.Environment.Image is { Value.IsBareFamily: true } family)
        {
            string reason = spec.Environment.ImageVersion is { } range ? $"the newest within {range.Value}" : "the newest release";
            choices.Add(ResolutionChoices.ImageChosen.At(family.Location, spec.Name.Shown(), family.Value.Text.Shown(), image.Name.Shown(), reason.Shown()));
        }
    }

    private static void AnnounceSlashes(ServiceSpec spec, ImmutableArray<Diagnostic>.Builder choices)
    {
        // In a document the missing slash is an error of its own (EAS2010).
        foreach (StorageMount mount in spec.Item.Config is null ? spec.Environment.Mounts : [])
        {
            if (OssPath.IsFolder(mount.Source.Value) && OssPath.WithSlash(mount.Source.Value) != mount.Source.Value)
            {
                choices.Add(ResolutionChoices.SlashAppended.At(mount.Source.Location, spec.Name.Shown(), mount.Source.Value.Shown()));
            }
        }
    }

    private static void AnnounceNetTypes(ServiceSpec spec, ImmutableArray<Diagnostic>.Builder choices)
    {
        foreach (NlbListener listener in spec.Network.Listeners.Where(listener => listener is { IsOwnedByService: true, NetType: null }))
        {
            choices.Add(ResolutionChoices.IntranetChosen.At(listener.Id.Location, spec.Name.Shown()));
        }
    }
}
