using EasDeploy.Catalogs;
using EasDeploy.Specs;

namespace EasDeploy.Resolution;

/// <summary>The model of a service, as storage holds it.</summary>
public sealed record ResolvedModel(ModelPlace Place, ModelFolder Folder);
