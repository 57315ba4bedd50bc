namespace EasDeploy.Diagnostics;

/// <summary>Room 8: build integration. Room 9: our own bug.</summary>
public static class BuildDiagnostics
{
    /// <summary>{0} whose (<c>service 'x'</c>, <c>the project</c>), {1} what it asks and the lock does not hold.</summary>
    public static DiagnosticDescriptor LockStale { get; } = new("EAS8001", Severity.Error, "The lock does not answer what a service asks",
        "{0}: {1}. Run 'dotnet build -t:EasUpdateLock' where the cloud can be reached, and commit the file.");

    /// <summary>{0} written name, {1} item type, {2} item, {3} nearest name or all names.</summary>
    public static DiagnosticDescriptor UnknownMetadata { get; } = new("EAS8002", Severity.Error, "Unknown metadata name",
        "{1} '{2}' has no metadata named '{0}'. Write {3}.");

    /// <summary>{0} written name, {1} nearest name.</summary>
    public static DiagnosticDescriptor UnknownProperty { get; } = new("EAS8003", Severity.Error, "Unknown property name",
        "there is no property named '{0}'. Write {1}.");

    /// <summary>{0} property, {1} value, {2} what is allowed.</summary>
    public static DiagnosticDescriptor BadPropertyValue { get; } = new("EAS8004", Severity.Error, "A property has a value that is not allowed",
        "{0} is '{1}'. Set it to {2}.");

    /// <summary>{0} file.</summary>
    public static DiagnosticDescriptor ConfigMissing { get; } = new("EAS8005", Severity.Error, "The config file to publish is missing",
        "'{0}' does not exist. Build first in the same configuration: dotnet build -c Release, or leave --no-build out.");

    /// <summary>{0} MSBuild version. The targets carry this code as a literal: an engine too old cannot load our task.</summary>
    public static DiagnosticDescriptor EngineTooOld { get; } = new("EAS8006", Severity.Error, "MSBuild is too old",
        "EasDeploy.Build needs MSBuild 18, and this is {0}. Install the .NET 10 SDK, or correct the version in global.json.");

    /// <summary>{0} file or folder, {1} what the system said.</summary>
    public static DiagnosticDescriptor CannotWrite { get; } = new("EAS8007", Severity.Error, "A file cannot be written",
        "'{0}' cannot be written: {1}. Free the disk or correct the rights of the folder, and run the command again.");

    /// <summary>{0} why.</summary>
    public static DiagnosticDescriptor NotCheckedOffline { get; } = new("EAS8008", Severity.Info, "Not checked against the cloud",
        "images, instance types and workspaces were not checked against the cloud: {0}. Set EasRegion and credentials, or EasEmulator=true, to check them.");

    /// <summary>{0} what, {1} service names.</summary>
    public static DiagnosticDescriptor UnknownServiceInItem { get; } = new("EAS8009", Severity.Error, "An item names a service that does not exist",
        "{0} names the service '{1}', which is no EasService of this project. Write {2}.");

    /// <summary>{0} what the cloud said.</summary>
    public static DiagnosticDescriptor BuildWithoutCloud { get; } = new("EAS8010", Severity.Warning, "The cloud did not answer during the build",
        "the catalog could not be queried, so the build went on without it: {0} Set EasCatalogMode=Offline to stop asking.");

    /// <summary>{0} what is wrong.</summary>
    public static DiagnosticDescriptor NotServiceJson { get; } = new("EAS8011", Severity.Error, "A service document is no JSON object",
        "this service document {0}. Correct it at this place; comments, commas at the end and keys written twice are not allowed.");

    /// <summary>{0} file, {1} what the system said.</summary>
    public static DiagnosticDescriptor CannotRead { get; } = new("EAS8016", Severity.Error, "A file cannot be read",
        "'{0}' cannot be read: {1}. Correct the file, its path or its rights.");

    /// <summary>{0} service, {1} name in the patch.</summary>
    public static DiagnosticDescriptor PatchRenames { get; } = new("EAS8018", Severity.Error, "A ConfigPatch changes the name of its service",
        "service '{0}': its ConfigPatch sets metadata.name to '{1}', and the name is the Include of the item. Remove it from the patch, or change Include.");

    /// <summary>{0} what is wrong.</summary>
    public static DiagnosticDescriptor LockUnreadable { get; } = new("EAS8019", Severity.Error, "The lock cannot be read",
        "the lock {0}. Correct it at this place, or write it anew with 'dotnet build -t:EasUpdateLock'.");

    /// <summary>{0} written version, {1} version we know.</summary>
    public static DiagnosticDescriptor LockFormatUnknown { get; } = new("EAS8020", Severity.Error, "The lock has a format this version does not know",
        "the lock has formatVersion {0}, and this EasDeploy.Build reads {1}. Take the newest EasDeploy.Build, or write the lock anew with 'dotnet build -t:EasUpdateLock'.");

    /// <summary>{0} file.</summary>
    public static DiagnosticDescriptor LockMissing { get; } = new("EAS8021", Severity.Error, "There is no lock",
        "EasCatalogMode is Locked, and '{0}' does not exist. Run 'dotnet build -t:EasUpdateLock' where the cloud can be reached, and commit the file.");

    /// <summary>{0} number of gaps, {1} the first one.</summary>
    public static DiagnosticDescriptor LockNotUsed { get; } = new("EAS8022", Severity.Info, "The lock was not used",
        "the lock does not answer what the project asks ({0} facts; the first: {1}), so the build went on without it. Run 'dotnet build -t:EasUpdateLock' to move it.");

    /// <summary>{0} number of changes, {1} the first ones.</summary>
    public static DiagnosticDescriptor LockBehind { get; } = new("EAS8023", Severity.Info, "The cloud says something else than the lock",
        "the lock and the cloud differ in {0} facts: {1}. Run 'dotnet build -t:EasUpdateLock' to move the lock.");

    /// <summary>{0} exception type, {1} message.</summary>
    public static DiagnosticDescriptor InternalError { get; } = new("EAS9001", Severity.Error, "An error of EasDeploy itself",
        "EasDeploy failed in a way it should not ({0}: {1}). Please report it with the binary log of 'dotnet build -bl'.");

    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [LockStale, UnknownMetadata, UnknownProperty, BadPropertyValue, ConfigMissing, EngineTooOld, CannotWrite, NotCheckedOffline, UnknownServiceInItem, BuildWithoutCloud, NotServiceJson, CannotRead, PatchRenames, LockUnreadable, LockFormatUnknown, LockMissing, LockNotUsed, LockBehind, InternalError];
}
