using EasDeploy.Items;

namespace EasDeploy.Specs;

/// <summary>Reads the text of an item as a typed value. Total: what does not parse is left out here and reported by the item rules.</summary>
internal static class ItemReading
{
    public static Given<string>? ReadText(this ServiceItem item, string name) => ReadText(item.Find(name));

    public static Given<string>? ReadText(this AttachedItem item, string name) => ReadText(item.Find(name));

    public static Given<int>? ReadNumber(this ServiceItem item, string name) => ReadNumber(item.Find(name));

    public static Given<int>? ReadNumber(this AttachedItem item, string name) => ReadNumber(item.Find(name));

    public static Given<bool>? ReadFlag(this ServiceItem item, string name) => ReadFlag(item.Find(name));

    public static Given<bool>? ReadFlag(this AttachedItem item, string name) => ReadFlag(item.Find(name));

    /// <returns>Null when the text is only spaces.</returns>
    private static Given<string>? ReadText(ItemValue? value) =>
        value is not null && value.Text.Trim() is { Length: > 0 } text ? new Given<string>(text, value.Location) : null;

    private static Given<int>? ReadNumber(ItemValue? value) =>
        value is not null && ServiceSpec.ParseNumber(value.Text) is { } number ? new Given<int>(number, value.Location) : null;

    private static Given<bool>? ReadFlag(ItemValue? value) =>
        value is not null && ServiceSpec.ParseFlag(value.Text) is { } flag ? new Given<bool>(flag, value.Location) : null;
}
