using System.Collections.Immutable;
using EasDeploy.Catalogs;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;
using EasDeploy.Rules;
using EasDeploy.Specs;

namespace EasDeploy;

/// <summary>A service item under test, and what the product says to it. Starts as one that nothing objects to.</summary>
internal sealed record TestService(ServiceItem Item)
{
    /// <summary>Line of the item; the metadata written n-th stands n lines below.</summary>
    public const int ItemLine = 10;

    public static TestService Valid { get; } = new TestService(ServiceItem.Create("qwen_chat", At(ItemLine), []))
        .With("Image", "vllm:0.14.0-gpu")
        .With("InstanceType", "ecs.gn7i-c16g1.4xlarge")
        .With("Model", "oss://yqtest-model/Qwen3.5-0.8B/")
        .With("Workspace", "312319");

    public TestService Named(string name) => new(Item with { Name = name });

    /// <summary>Sets a metadata value; a new one stands one line below the last.</summary>
    public TestService With(string metadata, string value)
    {
        SourceLocation place = Item.Find(metadata)?.Location ?? At(ItemLine + 1 + Item.Metadata.Count);
        return new(Item with { Metadata = Item.Metadata.SetItem(metadata, new ItemValue(value, place)) });
    }

    public TestService Without(string metadata) => new(Item with { Metadata = Item.Metadata.Remove(metadata) });

    public TestService WithStorage(string source, params (string Name, string Value)[] metadata) =>
        new(Item with { Storage = Item.Storage.Add(Attached(source, 30 + Item.Storage.Length, metadata)) });

    public TestService WithVariable(string name, params (string Name, string Value)[] metadata) =>
        new(Item with { Environment = Item.Environment.Add(Attached(name, 40 + Item.Environment.Length, metadata)) });

    public TestService WithListener(string id, params (string Name, string Value)[] metadata) =>
        new(Item with { NlbListeners = Item.NlbListeners.Add(Attached(id, 50 + Item.NlbListeners.Length, metadata)) });

    public TestService WithScaleRule(string metric, params (string Name, string Value)[] metadata) =>
        new(Item with { ScaleRules = Item.ScaleRules.Add(Attached(metric, 60 + Item.ScaleRules.Length, metadata)) });

    /// <summary>In the VPC of the gateway <c>prod-gw</c>, in two zones.</summary>
    public TestService InNetwork() => this
        .With("VpcId", TestCatalog.VpcId)
        .With("VSwitchIds", TestCatalog.VSwitchId + "," + TestCatalog.OtherVSwitchId)
        .With("SecurityGroupId", TestCatalog.SecurityGroupId);

    public ServiceSpec Spec(DeploymentPolicy? policy = null) => ServiceSpec.From(Item, policy ?? DeploymentPolicy.Default);

    public ResolvedService Resolve(Catalog? catalog = null, DeploymentPolicy? policy = null, CheckPurpose purpose = CheckPurpose.Build) =>
        ServiceResolver.Resolve(Spec(policy), catalog ?? TestCatalog.Queried, purpose);

    public CheckedService Check(Catalog? catalog = null, DeploymentPolicy? policy = null, CheckPurpose purpose = CheckPurpose.Build) =>
        RuleSet.Check(Resolve(catalog, policy, purpose));

    /// <summary>Findings of one code, through the whole flow: an unregistered rule finds nothing here.</summary>
    public IReadOnlyList<Diagnostic> Findings(
        string code, Catalog? catalog = null, DeploymentPolicy? policy = null, CheckPurpose purpose = CheckPurpose.Build) =>
        [.. Check(catalog, policy, purpose).Diagnostics.Where(finding => finding.Code == code)];

    /// <summary>The one finding of a code; fails on none or several.</summary>
    public Diagnostic Finding(
        string code, Catalog? catalog = null, DeploymentPolicy? policy = null, CheckPurpose purpose = CheckPurpose.Build) =>
        Assert.ContainsSingle(Findings(code, catalog, policy, purpose));

    /// <summary>Line of a metadata value, as <see cref="With"/> placed it.</summary>
    public int LineOf(string metadata) => Item.Find(metadata)!.Location.Line;

    public static SourceLocation At(int line) => new("/repo/App.csproj", line, 9);

    private static AttachedItem Attached(string include, int line, (string Name, string Value)[] metadata) => new(
        include,
        At(line),
        metadata.ToImmutableDictionary(pair => pair.Name, pair => new ItemValue(pair.Value, At(line)), StringComparer.OrdinalIgnoreCase));
}
