using System.Collections.Immutable;

namespace EasDeploy.Items;

/// <summary>Every property and metadata name, once. Reference page, misspelling check and tests come from here.</summary>
public static class PropertyCatalog
{
    public const string Service = "EasService";
    public const string Storage = "EasStorage";
    public const string EnvironmentVariable = "EasEnvironmentVariable";
    public const string NlbListener = "EasNlbListener";
    public const string ServiceFile = "EasServiceFile";
    public const string ScaleRule = "EasScaleRule";

    /// <summary>Names of item metadata, so that no other file spells them.</summary>
    public static class Metadata
    {
        public const string Workspace = nameof(Workspace);
        public const string Image = nameof(Image);
        public const string ImageVersion = nameof(ImageVersion);
        public const string Chip = nameof(Chip);
        public const string RegistryAuthFromEnvironment = nameof(RegistryAuthFromEnvironment);
        public const string Model = nameof(Model);
        public const string ModelMountPath = nameof(ModelMountPath);
        public const string Script = nameof(Script);
        public const string Command = nameof(Command);
        public const string Port = nameof(Port);
        public const string InstanceType = nameof(InstanceType);
        public const string GpuCount = nameof(GpuCount);
        public const string GpuModel = nameof(GpuModel);
        public const string MinGpuMemory = nameof(MinGpuMemory);
        public const string MinCpu = nameof(MinCpu);
        public const string MinMemory = nameof(MinMemory);
        public const string SpotPriceLimit = nameof(SpotPriceLimit);
        public const string ResourceGroup = nameof(ResourceGroup);
        public const string Cpu = nameof(Cpu);
        public const string Memory = nameof(Memory);
        public const string Gpu = nameof(Gpu);
        public const string Replicas = nameof(Replicas);
        public const string Gateway = nameof(Gateway);
        public const string VpcId = nameof(VpcId);
        public const string VSwitchIds = nameof(VSwitchIds);
        public const string SecurityGroupId = nameof(SecurityGroupId);
        public const string HealthCheck = nameof(HealthCheck);
        public const string HealthCheckPath = nameof(HealthCheckPath);
        public const string HealthCheckInitialDelay = nameof(HealthCheckInitialDelay);
        public const string HealthCheckInterval = nameof(HealthCheckInterval);
        public const string HealthCheckTimeout = nameof(HealthCheckTimeout);
        public const string HealthCheckFailureThreshold = nameof(HealthCheckFailureThreshold);
        public const string MaxSurge = nameof(MaxSurge);
        public const string MaxUnavailable = nameof(MaxUnavailable);
        public const string TerminationGracePeriod = nameof(TerminationGracePeriod);
        public const string Grpc = nameof(Grpc);
        public const string AutoscaleMin = nameof(AutoscaleMin);
        public const string AutoscaleMax = nameof(AutoscaleMax);
        public const string AutoscaleMetric = nameof(AutoscaleMetric);
        public const string AutoscaleThreshold = nameof(AutoscaleThreshold);
        public const string ConfigPatch = nameof(ConfigPatch);
        public const string DependsOn = nameof(DependsOn);
        public const string Enabled = nameof(Enabled);
        public const string Wait = nameof(Wait);
        public const string AutoSwitchInstance = nameof(AutoSwitchInstance);
        public const string OnExisting = nameof(OnExisting);
        public const string WaitTimeout = nameof(WaitTimeout);
        public const string Verify = nameof(Verify);
        public const string Service = nameof(Service);
        public const string MountPath = nameof(MountPath);
        public const string ReadOnly = nameof(ReadOnly);
        public const string Value = nameof(Value);
        public const string FromEnvironment = nameof(FromEnvironment);
        public const string NetType = nameof(NetType);
        public const string Threshold = nameof(Threshold);
    }

    public static ImmutableArray<PropertyDeclaration> Items { get; } =
    [
        new(Service, Metadata.Workspace, 1, "id or name", "the only ENABLED workspace, or the default one",
            "PAI workspace the service belongs to. Left out of the config when the account has none."),
        new(Service, Metadata.Image, 2, "name:tag, bare family, or full address", "",
            "Official image such as vllm:0.14.0-gpu, a bare family such as vllm (the newest release is taken), or a full registry address. An address the catalog does not know is a custom image."),
        new(Service, Metadata.ImageVersion, 2, "NuGet version range", "the newest release",
            "Versions allowed for a bare family, for example [0.12,0.14]. A pre-release only when the range names one."),
        new(Service, Metadata.Chip, 2, "GPU|CPU|PPU|XPU", "the chip of InstanceType, else GPU before CPU, PPU and XPU",
            "Chip wanted where a bare family has images for several."),
        new(Service, Metadata.RegistryAuthFromEnvironment, 2, "name of an environment variable", "",
            "Variable of the deploying process that holds user:password of a private registry. Read when the service is sent; never written or shown."),
        new(Service, Metadata.Model, 2, "oss://bucket/folder/", "",
            "OSS folder with the model, mounted read-only at ModelMountPath."),
        new(Service, Metadata.ModelMountPath, 2, "absolute path", "/model_dir", "Where Model is mounted in the container."),
        new(Service, Metadata.Script, 2, "shell text", "preset of the image, else the typical command of its family",
            "Start command, run through a shell. Excludes Command."),
        new(Service, Metadata.Command, 2, "one plain command", "",
            "Start command for images without a shell. Excludes Script."),
        new(Service, Metadata.Port, 2, "1-65535, not 8080 or 9090", "preset of the image, else 8000", "Port the process listens on."),
        new(Service, Metadata.InstanceType, 3, "name, or names separated by ;", "",
            "Public instance type. Several names are tried in this order."),
        new(Service, Metadata.GpuCount, 3, "cards", "", "Instead of InstanceType: exactly this number of GPU cards; 0 for none. The five smallest types that fit are tried in order."),
        new(Service, Metadata.GpuModel, 3, "name", "", "Instead of InstanceType: model of the cards, for example A10."),
        new(Service, Metadata.MinGpuMemory, 3, "GB per card", "", "Instead of InstanceType: least memory of a card."),
        new(Service, Metadata.MinCpu, 3, "cores", "", "Instead of InstanceType: fewest cores."),
        new(Service, Metadata.MinMemory, 3, "GB", "", "Instead of InstanceType: least memory of the machine."),
        new(Service, Metadata.SpotPriceLimit, 3, "USD/h", "", "Runs on spot instances, up to this price; they may be taken away. Public instance types only."),
        new(Service, Metadata.ResourceGroup, 3, "id or name", "", "Dedicated EAS resource group instead of InstanceType."),
        new(Service, Metadata.Cpu, 3, "cores", "", "Cores per replica in a resource group."),
        new(Service, Metadata.Memory, 3, "MB", "", "Memory per replica in a resource group."),
        new(Service, Metadata.Gpu, 3, "cards", "", "GPU cards per replica in a resource group."),
        new(Service, Metadata.Replicas, 3, "whole number, 1 or more", "1", "Number of instances that serve."),
        new(Service, Metadata.Gateway, 4, "shared, id or name", "shared",
            "Dedicated gateway that receives the calls; it needs VpcId, VSwitchIds and SecurityGroupId. shared is the free gateway, for tests."),
        new(Service, Metadata.VpcId, 4, "vpc-…", "", "VPC the instances are reached from; the gateway, the NLB or the NAS file system is in it."),
        new(Service, Metadata.VSwitchIds, 4, "vsw-…, separated by ; or ,", "", "vSwitches of that VPC, best in different zones."),
        new(Service, Metadata.SecurityGroupId, 4, "sg-…", "", "Security group of that VPC."),
        new(Service, Metadata.HealthCheck, 5, "none|http|tcp", "none", "How the platform finds out that an instance has started; written as startup_check."),
        new(Service, Metadata.HealthCheckPath, 5, "path", "/health", "Path asked by an http check; 200 to 399 is healthy."),
        new(Service, Metadata.HealthCheckInitialDelay, 5, "s", "60", "Time before the first check."),
        new(Service, Metadata.HealthCheckInterval, 5, "s", "10", "Time between two checks."),
        new(Service, Metadata.HealthCheckTimeout, 5, "s", "1", "Time for one answer."),
        new(Service, Metadata.HealthCheckFailureThreshold, 5, "whole number, 1 or more", "30", "Failed checks after which the instance is started again."),
        new(Service, Metadata.MaxSurge, 5, "whole number, 1 or more, or n%", "", "Instances above Replicas during an update."),
        new(Service, Metadata.MaxUnavailable, 5, "whole number, 0 or more", "", "Instances that may be missing during an update."),
        new(Service, Metadata.TerminationGracePeriod, 5, "s", "", "Time an instance gets to end its calls before it is stopped; the cloud's own default is 30."),
        new(Service, Metadata.Grpc, 5, "true|false", "", "true switches the gateway to gRPC."),
        new(Service, Metadata.AutoscaleMin, 5, "whole number, 0 or more", "1", "Fewest instances, once AutoscaleMax is set."),
        new(Service, Metadata.AutoscaleMax, 5, "whole number, more than AutoscaleMin", "", "Most instances. Set together with a metric and its threshold, here or as EasScaleRule."),
        new(Service, Metadata.AutoscaleMetric, 5, "qps|cpu|gpu|gpu[util]|memory", "", "What is measured. Further metrics are EasScaleRule items."),
        new(Service, Metadata.AutoscaleThreshold, 5, "number; percent for cpu, gpu and memory", "", "Value of AutoscaleMetric per instance above which instances are added."),
        new(Service, Metadata.ConfigPatch, 0, "file, relative to the project", "",
            "JSON Merge Patch (RFC 7396) laid over the config at the very end; what it makes of it is checked again. For fields that have no metadata."),
        new(Service, Metadata.AutoSwitchInstance, 3, "true|false", "$(EasAutoSwitchInstance)", "Overrides EasAutoSwitchInstance for this service."),
        new(Service, Metadata.Wait, 6, "true|false", "$(EasWait)", "Overrides EasWait for this service."),
        new(Service, Metadata.Enabled, 0, "true|false", "true", "false leaves the service out of the build and the deployment."),
        new(Service, Metadata.DependsOn, 6, "service names separated by ;", "", "Services of this project that are deployed and Running before this one is created."),
        new(Service, Metadata.OnExisting, 6, "Recreate|Fail|Update", "$(EasOnExisting)", "Overrides EasOnExisting for this service."),
        new(Service, Metadata.WaitTimeout, 6, "s", "$(EasWaitTimeout)", "Overrides EasWaitTimeout for this service."),
        new(Service, Metadata.Verify, 6, "None|Gateway|Model", "$(EasVerify)", "Overrides EasVerify for this service."),
        new(Storage, Metadata.Service, 2, "service names separated by ;", "every service of the project", "Services that get the mount."),
        new(Storage, Metadata.MountPath, 2, "absolute path", "", "Where the source is mounted in the container."),
        new(Storage, Metadata.ReadOnly, 2, "true|false", "false; true for a dataset", "Mount without write access."),
        new(EnvironmentVariable, Metadata.Service, 2, "service names separated by ;", "every service of the project", "Services that get the variable."),
        new(EnvironmentVariable, Metadata.Value, 2, "text", "", "Value of the variable. Not for secrets: it is written to eas_service.json."),
        new(EnvironmentVariable, Metadata.FromEnvironment, 2, "name of an environment variable", "",
            "Variable of the deploying process that holds the value. Read when the service is sent; the file holds the reference ${env:NAME}."),
        new(NlbListener, Metadata.Service, 4, "service names separated by ;", "every service of the project", "Services that get the listener."),
        new(NlbListener, Metadata.Port, 4, "1-65535, not 8080", "", "Port the load balancer listens on."),
        new(NlbListener, Metadata.NetType, 4, "intranet|internet", "intranet", "Where the load balancer of the item 'default' is reached from."),
        new(ScaleRule, Metadata.Service, 5, "service names separated by ;", "every service of the project", "Services that scale by the metric."),
        new(ScaleRule, Metadata.Threshold, 5, "number; percent for cpu, gpu and memory", "", "Value per instance above which instances are added."),
        new(ServiceFile, Metadata.Enabled, 0, "true|false", "true", "false leaves the document out of the build and the deployment."),
        new(ServiceFile, Metadata.OnExisting, 6, "Recreate|Fail|Update", "$(EasOnExisting)", "Overrides EasOnExisting for this service."),
        new(ServiceFile, Metadata.WaitTimeout, 6, "s", "$(EasWaitTimeout)", "Overrides EasWaitTimeout for this service."),
        new(ServiceFile, Metadata.Verify, 6, "None|Gateway|Model", "$(EasVerify)", "Overrides EasVerify for this service."),
    ];

    /// <summary>Public MSBuild properties. Credentials are never among them.</summary>
    public static ImmutableArray<PropertyDeclaration> Properties { get; } =
    [
        new("", "DeployToEas", 6, "true|false", "false", "dotnet publish creates the services and waits until they are Running."),
        new("", "EasRegion", 0, "region id", "ALIBABA_CLOUD_REGION_ID, then region_id of the profile", "Region of every call, for example cn-hangzhou."),
        new("", "EasWorkspace", 1, "id or name", "", "Workspace of every service that names none."),
        new("", "EasOnExisting", 6, "Recreate|Fail|Update", "Recreate",
            "What a deployment does when the name exists: delete and create again, stop, or update in place."),
        new("", "EasAutoSwitchInstance", 3, "true|false", "true", "Switch a GPU image on a CPU instance type to a GPU type, with a warning; false makes it an error."),
        new("", "EasWait", 6, "true|false", "true", "Wait until the service is Running; false returns after acceptance."),
        new("", "EasWaitTimeout", 6, "s", "time the start-up probe allows + 600", "Limit of the wait."),
        new("", "EasVerify", 6, "None|Gateway|Model", "Gateway",
            "What a Running service has to answer before it counts as deployed: Gateway, a call gets through to it; Model, a language model lists its model and completes a word, any other service answers its declared HTTP probe; None, the status is enough. A service that answers only inside its VPC is not called."),
        new("", "EasRollbackOnFailure", 6, "true|false", "true", "Bring the old service back when the new one does not come to run; false leaves the new one as it is."),
        new("", "EasCatalogMode", 0, "Auto|Online|Locked|Offline", "Auto",
            "Auto takes the lock when it answers every service, else queries the cloud when region and credentials are there; Online must query; Locked must be answered by the lock; Offline never queries."),
        new("", "EasLockFile", 0, "file", "eas.lock.json", "The lock, relative to the project; committed. The target EasUpdateLock writes it."),
        new("", "EasTransport", 0, "Auto|Https|AliyunCli", "Auto",
            "Way to the cloud: Auto takes HTTPS when credentials are found, else the aliyun CLI when it is installed."),
        new("", "EasProfile", 0, "name", "ALIBABA_CLOUD_PROFILE, then the current one", "Profile of the aliyun config file."),
        new("", "EasEndpoint", 0, "base address", "the endpoints of EasRegion", "One base address for every product; a loopback address gets the emulator's test keys only."),
        new("", "EasEmulator", 0, "true|false", "false", "Start, or find, the bundled emulator and use it instead of the cloud."),
        new("", "EasMaxParallel", 6, "whole number, 1 or more", "4", "Services deployed side by side."),
        new("", "EasOutputPath", 0, "folder", "$(OutDir)eas/", "Holds <name>/eas_service.json and <name>/deployment.json."),
        new("", "EasStatePath", 6, "folder", "$(BaseIntermediateOutputPath)eas/",
            "Journal, backups and locks of deployments, readable by their owner alone. In CI point it at a folder that is kept from run to run."),
        new("", "EasPlanPath", 6, "folder", "",
            "Folder of saved plans: EasPlan writes <name>.plan.json there, and a deployment applies exactly those. Empty: EasPlan writes to EasOutputPath, a deployment plans by itself."),
        new("", "EasUserAgent", 0, "text", "AlibabaCloud-Agent-Skills EasDeploy.Build/<version>/<run id>", "Replaces the user agent of every call."),
        new("", "EasSeverity", 0, "code=none|info|warning|error, separated by ;", "",
            "Weights of single codes, for example EAS4201=warning;EAS4210=none. An error about a value that cannot be read (EASx0xx) stays an error."),
        new("", "EasGenerateConfig", 0, "true|false", "true", "false turns checks and config files off."),
    ];

    public static IEnumerable<PropertyDeclaration> MetadataOf(string itemType) => Items.Where(item => item.Owner == itemType);
}
