using System.Runtime.CompilerServices;

namespace EasDeploy.Testing;

/// <summary>What kind of project uses the package.</summary>
public enum ConsumerKind
{
    /// <summary>Microsoft.Build.NoTargets: compiles nothing.</summary>
    NoTargets,

    /// <summary>A console program.</summary>
    Console,

    /// <summary>An ASP.NET Core program.</summary>
    Web,

    /// <summary>A library for two target frameworks.</summary>
    MultiTargeted,
}

/// <summary>A project outside the repository that restores the packed package from a folder feed. Deleted when disposed.</summary>
public sealed class ConsumerProject : IDisposable
{
    /// <summary>A service every rule agrees with.</summary>
    public const string GoodService =
        """<EasService Include="qwen_chat" Image="vllm:0.14.0-gpu" InstanceType="ecs.gn7i-c16g1.4xlarge" Model="oss://yqtest-model/Qwen3.5-0.8B/" />""";

    private readonly TempFolder _folder;
    private readonly PackedPackage _package;

    /// <param name="items">Text inside an ItemGroup.</param>
    /// <param name="properties">Text inside a PropertyGroup.</param>
    /// <param name="folderName">Name of the project's folder; null = any.</param>
    public ConsumerProject(
        PackedPackage package, string items = GoodService, string properties = "", ConsumerKind kind = ConsumerKind.NoTargets, string? folderName = null,
        [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        _package = package;
        _folder = new TempFolder(folderName);
        _folder.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="package under test" value="{package.Feed}" />
              </packageSources>
            </configuration>

            """);
        File = Write("app.csproj", items, properties, kind);
        Run = new DotnetRun(package.Home, Folder, $"{Path.GetFileNameWithoutExtension(testFile)}.{test}");
    }

    public string Folder => _folder.Path;

    /// <summary>Full path of <c>app.csproj</c>.</summary>
    public string File { get; }

    public DotnetRun Run { get; }

    /// <summary>Full path of something in the folder.</summary>
    public string this[string relativePath] => _folder[relativePath];

    public Task<RunResult> DotnetAsync(CancellationToken ct, params string[] arguments) => Run.DotnetAsync(ct, arguments);

    /// <summary>Writes any file into the folder.</summary>
    public string WriteFile(string relativePath, string text) => _folder.Write(relativePath, text);

    /// <summary>Writes a project that uses the package.</summary>
    public string Write(string relativePath, string items, string properties = "", ConsumerKind kind = ConsumerKind.NoTargets)
    {
        (string sdk, string frameworks) = kind switch
        {
            ConsumerKind.NoTargets => ("Microsoft.Build.NoTargets/3.7.0", "<TargetFramework>net10.0</TargetFramework>"),
            ConsumerKind.Console => ("Microsoft.NET.Sdk", "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>"),
            ConsumerKind.Web => ("Microsoft.NET.Sdk.Web", "<TargetFramework>net10.0</TargetFramework>"),
            _ => ("Microsoft.NET.Sdk", "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>"),
        };
        if (kind is ConsumerKind.Console or ConsumerKind.Web)
        {
            _folder.Write(Path.Combine(Path.GetDirectoryName(relativePath)!, "Program.cs"), "System.Console.WriteLine(\"Hello\");\n");
        }

        return _folder.Write(relativePath, $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                {frameworks}
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{PackedPackage.Id}" Version="{_package.Version}" PrivateAssets="all" />
                {items}
              </ItemGroup>
            </Project>

            """);
    }

    public void Dispose() => _folder.Dispose();
}
