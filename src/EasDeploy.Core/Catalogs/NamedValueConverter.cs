using System.Text.Json.Serialization;

namespace EasDeploy.Catalogs;

/// <summary>Values by name only. A number would pass for a value that does not exist, in a catalog or a lock that somebody edited.</summary>
internal sealed class NamedValueConverter<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;
