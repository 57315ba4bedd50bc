namespace EasDeploy.Items.Json;

/// <summary>What a value must be beyond its type. Each one is also an error of a rule: the schema and the rules never disagree (tested).</summary>
/// <param name="Path">As <see cref="ConfigField.Path"/> spells it.</param>
/// <param name="Keywords">Members of a JSON schema, draft 2020-12, as one JSON object.</param>
public sealed record ConfigConstraint(string Path, string Keywords);

/// <summary>The metadata that writes a field; its help text describes the field too.</summary>
/// <param name="Path">As <see cref="ConfigField.Path"/> spells it.</param>
/// <param name="ItemType">Owner of the metadata in <see cref="PropertyCatalog"/>.</param>
/// <param name="Metadata">Name of the metadata in <see cref="PropertyCatalog"/>.</param>
public sealed record ConfigMetadata(string Path, string ItemType, string Metadata);
