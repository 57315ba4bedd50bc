using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Specs;

namespace EasDeploy.Resolution;

/// <summary>What the checks are for: facts that change by the hour are warnings at build, errors at deployment.</summary>
public enum CheckPurpose
{
    Build,
    Deployment,
}

/// <summary>A service matched with the catalog. Only <see cref="ServiceResolver"/> makes one.</summary>
public sealed record ResolvedService
{
    internal ResolvedService(ServiceSpec spec, Catalog catalog, CheckPurpose purpose)
    {
        Spec = spec;
        Catalog = catalog;
        Purpose = purpose;
    }

    public ServiceSpec Spec { get; }

    public Catalog Catalog { get; }

    public CheckPurpose Purpose { get; }

    public string Name => Spec.Name;

    public ImageFamily Family { get; internal init; }

    /// <summary>NotFound only for <c>name:tag</c>; an address the catalog does not know is a custom image: NotChecked.</summary>
    public Resolved<ResolvedImage> Image { get; internal init; } = Resolved<ResolvedImage>.NotChecked;

    /// <summary>Registry address that goes into the config; empty when no image is wanted.</summary>
    public string ImageAddress { get; internal init; } = "";

    /// <summary>One entry per type that goes into the config, in order, after a switch.</summary>
    public ImmutableArray<WantedInstanceType> InstanceTypes { get; internal init; } = [];

    public Resolved<ResourceGroup> ResourceGroup { get; internal init; } = Resolved<ResourceGroup>.NotChecked;

    public Resolved<Workspace> Workspace { get; internal init; } = Resolved<Workspace>.NotChecked;

    /// <summary>Digits for <c>metadata.workspace_id</c>: the workspace found, else an id the author gave; null = left out.</summary>
    /// <remarks>Source: design ruling C04.</remarks>
    public string? WorkspaceId => Workspace.Value?.Id
        ?? (Spec.BasicInfo.Workspace is { } given && given.Value.All(char.IsAsciiDigit) ? given.Value : null);

    public ResolvedNetwork Network { get; internal init; } = ResolvedNetwork.None;

    /// <summary>Id for <c>networking.gateway</c>: the gateway found, else what the author gave; null = the shared gateway.</summary>
    public string? GatewayId => Network.Gateway.Value?.Id ?? Spec.Network.Gateway?.Value;

    public StartCommand StartCommand { get; internal init; } = new(null, null, StartCommandOrigin.None, false);

    public int Port { get; internal init; }

    /// <summary>The model in object storage. NotFound = nothing lies there; NotChecked = not in object storage, or it could not be looked into.</summary>
    public Resolved<ResolvedModel> Model { get; internal init; } = Resolved<ResolvedModel>.NotChecked;

    /// <summary>Memory the model takes; null = it cannot be reckoned.</summary>
    public ModelMemory? Memory { get; internal init; }

    /// <summary>A type the author can paste where the wanted one does not fit the image; null when there is none.</summary>
    public string? FittingInstanceType { get; internal init; }

    /// <summary>What resolution chose for the author (codes EASx9xx).</summary>
    public ImmutableArray<Diagnostic> Choices { get; internal init; } = [];
}

/// <summary>An instance type by name, and its catalog row.</summary>
public sealed record WantedInstanceType(Given<string> Name, Resolved<ResolvedInstanceType> Type);
