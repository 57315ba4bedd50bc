using System.Collections.Immutable;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Resolution;
using EasDeploy.Rules.BasicInfo;
using EasDeploy.Rules.Deploy;
using EasDeploy.Rules.Document;
using EasDeploy.Rules.Network;
using EasDeploy.Rules.Resources;
using EasDeploy.Rules.ServiceEnvironment;
using EasDeploy.Rules.ServiceFeatures;

namespace EasDeploy.Rules;

/// <summary>Every rule, by room. A test compares these lists with the rule classes that exist.</summary>
public static class RuleSet
{
    public static ImmutableArray<IItemRule> ItemRules { get; } =
    [
        new EAS1001ServiceNameCharacters(),
        new EAS1002ServiceNameMissing(),
        new EAS1003ServiceNameLength(),
        new EAS1005WorkspaceDigits(),
        new EAS1010NameStartsWithLetter(),
        new EAS2001ImageMissing(),
        new EAS2002PortRange(),
        new EAS2003PortReserved(),
        new EAS2004OssInCommand(),
        new EAS2005MountSourceForm(),
        new EAS2006MountPathAbsolute(),
        new EAS2007MountPathReserved(),
        new EAS2008TextTooLong(),
        new EAS2009FlagValue(),
        new EAS2010OssSlash(),
        new EAS2011OssPathIsFile(),
        new EAS2012VariableForm(),
        new EAS2013LoopbackServer(),
        new EAS2014ImageVersionRange(),
        new EAS2015ChipWord(),
        new EAS2030SideContainerPort(),
        new EAS2031VariableWithoutName(),
        new EAS2033MountSourceCount(),
        new EAS2034OssEndpointPublic(),
        new EAS2035GitNotHttps(),
        new EAS2036RegistryAuthForm(),
        new EAS2040ImageTagMoves(),
        new EAS2041PublicRegistryAddress(),
        new EAS2042SecretInVariable(),
        new EAS3001ReplicasRange(),
        new EAS3002ResourceNumbers(),
        new EAS3003NeedNumbers(),
        new EAS3030InstanceEntryType(),
        new EAS3031InstanceEntryNumbers(),
        new EAS3032ResourceIdForm(),
        new EAS3033QuotaNotHandled(),
        new EAS3034DiskForm(),
        new EAS3040MemoryLooksLikeGB(),
        new EAS4001NetworkIdForm(),
        new EAS4002ListenerPort(),
        new EAS4003ListenerNetType(),
        new EAS4004ListenerId(),
        new EAS4030SharedGatewayWritten(),
        new EAS4031GatewayIdForm(),
        new EAS4032VSwitchText(),
        new EAS4033ListenersEmpty(),
        new EAS5001HealthCheckKind(),
        new EAS5002FeatureNumbers(),
        new EAS5003HealthCheckPath(),
        new EAS5004MaxSurge(),
        new EAS5005ScaleThreshold(),
        new EAS5006ScaleMetric(),
        new EAS5007GracePeriodUnusual(),
        new EAS5008ScaleToZero(),
        new EAS5030ProbeKind(),
        new EAS5031ProbeNumbers(),
        new EAS5032SuccessThreshold(),
        new EAS5033ProbePath(),
        new EAS5034ReadinessName(),
        new EAS5035KeepaliveShort(),
        new EAS5036ProcessorSetting(),
        new EAS5037WordNotAllowed(),
        new EAS5038SigtermNeedsHandling(),
        new EAS5039CronSchedule(),
        new EAS5040CronFiveFields(),
        new EAS6001OnExistingValue(),
        new EAS6003VerifyValue(),
        new EAS8012FieldType(),
        new EAS8013FieldUnknown(),
        new EAS8014FieldMisplaced(),
        new EAS8015FieldMoved(),
        new EAS8017SecretWritten(),
    ];

    public static ImmutableArray<IRule> Rules { get; } =
    [
        new EAS1101WorkspaceUnknown(),
        new EAS1201NamesDiffer(),
        new EAS2101ImageUnknown(),
        new EAS2102ImageChipUnknown(),
        new EAS2103ImagePortReserved(),
        new EAS2104ImageOfAnotherRegion(),
        new EAS2105DatasetUnusable(),
        new EAS2106NasOfAnotherRegion(),
        new EAS2107FamilyNotLookedUp(),
        new EAS2108NoImageInRange(),
        new EAS2109OssEndpointOfAnotherRegion(),
        new EAS2110ModelKindMismatch(),
        new EAS2111GgufNotServed(),
        new EAS2112SafetensorsNotServed(),
        new EAS2113ModelFolderIncomplete(),
        new EAS2114SingleFileModel(),
        new EAS2115BucketInAnotherRegion(),
        new EAS2116BucketUnknown(),
        new EAS2117FolderEmpty(),
        new EAS2118FolderNotChecked(),
        new EAS2119ImageNotForEas(),
        new EAS2120PrivateImageWithoutLogin(),
        new EAS2121NewerImage(),
        new EAS2201ScriptAndCommand(),
        new EAS2202MountPathsOverlap(),
        new EAS2203PortDiffers(),
        new EAS2204NoStartCommand(),
        new EAS2205PresetNeedsScript(),
        new EAS2206CommandNeedsShell(),
        new EAS2207NasWithoutNetwork(),
        new EAS2208CpfsWithoutQuota(),
        new EAS2209SourceMountedTwice(),
        new EAS2210ModelNotMounted(),
        new EAS2211ModelPathNotMounted(),
        new EAS2212VariableTwice(),
        new EAS2213VersionOfTaggedImage(),
        new EAS2230ContainersSharePort(),
        new EAS2231RequirementsTwice(),
        new EAS2240ModelWritable(),
        new EAS2241ModelFromHub(),
        new EAS3101ChipMismatch(),
        new EAS3102InstanceTypeUnknown(),
        new EAS3103InstanceTypeUnavailable(),
        new EAS3104GpuImageOnCpuInstance(),
        new EAS3105ResourceGroupUnknown(),
        new EAS3106NoTypeMeetsNeed(),
        new EAS3107NeedNotLookedUp(),
        new EAS3108StockNotRenewed(),
        new EAS3109GroupNotDedicated(),
        new EAS3110MoreThanTypeHas(),
        new EAS3111SharedMemoryTooLarge(),
        new EAS3120ParallelExceedsGpus(),
        new EAS3121ParallelLeavesGpus(),
        new EAS3122OneGpuUsed(),
        new EAS3123MixedGpusWithParallel(),
        new EAS3125GroupTooSmall(),
        new EAS3126WeightsExceedGpuMemory(),
        new EAS3127ModelExceedsGpuMemory(),
        new EAS3201GroupAndInstanceType(),
        new EAS3202NeitherGroupNorInstanceType(),
        new EAS3203InstanceTypesMixChips(),
        new EAS3204NeedBesideTypes(),
        new EAS3205SpotInGroup(),
        new EAS3230TypeAndList(),
        new EAS3231SpotProtectionUnused(),
        new EAS3232GpuMemoryOnPublic(),
        new EAS3233GpuAndGpuMemory(),
        new EAS3234DistributedOnPublic(),
        new EAS3235DedicatedEntryWithoutGroup(),
        new EAS3240GroupWithoutSize(),
        new EAS3241GroupWithoutGpu(),
        new EAS4101GatewayUnknown(),
        new EAS4102GatewayNotLookedUp(),
        new EAS4103GatewayInAnotherVpc(),
        new EAS4104VSwitchNotOfGateway(),
        new EAS4105VpcUnknown(),
        new EAS4106VSwitchNotInVpc(),
        new EAS4107SecurityGroupNotInVpc(),
        new EAS4108SecurityGroupManaged(),
        new EAS4109VSwitchUnavailable(),
        new EAS4110LoadBalancerUnusable(),
        new EAS4111VSwitchesInOneZone(),
        new EAS4112LimitOnAlbGateway(),
        new EAS4201GatewayWithoutNetwork(),
        new EAS4202NetworkIncomplete(),
        new EAS4203ListenerWithoutNetwork(),
        new EAS4204ListenersMixLoadBalancers(),
        new EAS4205ListenerPortTwice(),
        new EAS4206ListenerNeedsTwoVSwitches(),
        new EAS4207NetTypeOfExistingLoadBalancer(),
        new EAS4208GatewayAndListener(),
        new EAS4209NetworkNotUsed(),
        new EAS4210SharedGatewayInProduction(),
        new EAS4230ListenerWithRouter(),
        new EAS5101GpuMetricOnCpu(),
        new EAS5201AutoscalerIncomplete(),
        new EAS5202AutoscaleRange(),
        new EAS5203ReplicasOutsideRange(),
        new EAS5204ScaleMetricTwice(),
        new EAS5205RollingUpdateBlocked(),
        new EAS5206AllUnavailable(),
        new EAS5207GrpcWithHttp(),
        new EAS5208HealthCheckUnused(),
        new EAS5209StartupBudgetShort(),
        new EAS5230ProbePort(),
        new EAS5231LivenessWithoutStartup(),
    ];

    public static ImmutableArray<IProjectRule> ProjectRules { get; } =
    [
        new EAS1004ServiceNameTwice(),
        new EAS4005ListenerPortOfAnotherService(),
        new EAS6002DependsOn(),
    ];

    /// <summary>Judges one service with every rule: one run reports everything, in the author's order.</summary>
    public static CheckedService Check(ResolvedService service)
    {
        (ImmutableArray<Diagnostic> ofPatch, ImmutableHashSet<string> mended) = PatchedDocument.Check(service);
        IEnumerable<Diagnostic> findings = ItemRules.SelectMany(rule => rule.Check(service.Spec.Item))
            .Concat(Rules.Where(rule => !mended.Contains(rule.Descriptor.Code)).SelectMany(rule => rule.Check(service)))
            .Concat(SideContainerRules.Check(service))
            .Concat(service.Choices)
            .Concat(ofPatch);
        if (service.Spec.Item.Config is { } document)
        {
            // What the project says beside the document stays in the words of the project.
            findings = findings.Select(finding => finding.Location.File == document.At("").File ? DocumentWords.Of(finding) : finding);
        }

        return new CheckedService(service, [.. InAuthorsOrder(findings.Select(service.Spec.Policy.Severities.Apply).OfType<Diagnostic>())]);
    }

    /// <summary>Judges what only the whole project shows, such as a name used twice.</summary>
    public static ImmutableArray<Diagnostic> CheckProject(IReadOnlyList<ServiceItem> items) =>
        [.. InAuthorsOrder(ProjectRules.SelectMany(rule => rule.Check(items)))];

    private static IEnumerable<Diagnostic> InAuthorsOrder(IEnumerable<Diagnostic> findings) => findings
        .OrderBy(finding => finding.Location.Line)
        .ThenBy(finding => finding.Location.Column)
        .ThenBy(finding => finding.Code, StringComparer.Ordinal);
}
