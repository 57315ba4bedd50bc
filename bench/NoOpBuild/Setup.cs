namespace NoOpBuild;

/// <summary>Packs the package and lays out one project per arm, restored and built once.</summary>
internal static class Setup
{
    private const string Version = "0.1.0-bench";

    private const string Service =
        """<EasService Include="qwen_chat" Image="vllm:0.14.0-gpu" InstanceType="ecs.gn7i-c16g1.4xlarge" Model="oss://yqtest-model/Qwen3.5-0.8B/" />""";

    private const string SwitchedService =
        """<EasService Include="qwen_chat" Image="vllm:0.14.0-gpu" InstanceType="ecs.c7.4xlarge" Model="oss://yqtest-model/Qwen3.5-0.8B/" />""";

    public static Arm[] Create(string root, string folder)
    {
        string feed = Path.Combine(folder, "feed");
        Dictionary<string, string> environment = new()
        {
            ["NUGET_PACKAGES"] = Path.Combine(folder, "packages"),
            ["EAS_HOME"] = Path.Combine(folder, "home"),
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        };
        new Arm("pack", root, environment).Dotnet($"pack src/EasDeploy.Build -c Release -v:q -p:Version={Version} -o \"{feed}\"");

        string ours = $"""<PackageReference Include="EasDeploy.Build" Version="{Version}" PrivateAssets="all" />""";
        Arm[] arms =
        [
            Project("A", ""),
            Project("A'", ""),
            Project("EasDeploy.Build, nothing to do", ours + Service),
            Project("EasDeploy.Build, one warning replayed", ours + SwitchedService),
            Project("MinVer 8.0.0", """<PackageReference Include="MinVer" Version="8.0.0" PrivateAssets="all" />"""),
        ];
        return arms;

        Arm Project(string name, string items)
        {
            // Names of equal length: a path is part of what a build writes and compares.
            Arm arm = new(name, Directory.CreateDirectory(Path.Combine(folder, $"arm{Directory.GetDirectories(folder).Length}")).FullName, environment);
            File.WriteAllText(Path.Combine(arm.Folder, "Thing.cs"), "namespace Things;\n\npublic sealed class Thing;\n");
            File.WriteAllText(Path.Combine(arm.Folder, "Things.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <EasEmulator>true</EasEmulator>
                    <RestoreAdditionalProjectSources>{feed}</RestoreAdditionalProjectSources>
                  </PropertyGroup>
                  <ItemGroup>
                    {items}
                  </ItemGroup>
                </Project>
                """);
            File.WriteAllText(Path.Combine(arm.Folder, ".gitignore"), "bin/\nobj/\n");
            arm.Run("git", "init -q");
            arm.Run("git", "add -A");
            arm.Run("git", "-c user.name=bench -c user.email=bench@example.test commit -q -m start");
            arm.Dotnet("build -v:q");
            return arm;
        }
    }
}
