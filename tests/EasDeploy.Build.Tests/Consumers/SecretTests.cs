using System.IO.Compression;
using System.Text;
using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;

namespace EasDeploy.Build.Tests.Consumers;

/// <summary>Planted credentials are nowhere to be found afterwards, and the same search finds a harmless marker planted beside them.</summary>
[TestClass]
public sealed class SecretTests
{
    private const string Marker = "harmless-marker-5b1f";

    // Any line of text could not be missed by accident: each stands for one place.
    private static readonly Dictionary<string, string> s_variables = new()
    {
        ["ALIBABA_CLOUD_ACCESS_KEY_ID"] = "canaryEnvironmentKeyId77",
        ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = "canaryEnvironmentKeySecret77",
        ["ALIBABA_CLOUD_SECURITY_TOKEN"] = "canaryEnvironmentToken77",
    };

    private const string FileKeyId = "canaryFileKeyId88";
    private const string FileKeySecret = "canaryFileKeySecret88";

    private static readonly string[] s_canaries = [.. s_variables.Values, FileKeyId, FileKeySecret];

    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    [TestMethod]
    public async Task A_deployment_to_the_emulator_leaves_no_secret_anywhere()
    {
        using ConsumerProject project = Planted();
        string easHome = project.Run.Environment["EAS_HOME"]!;
        try
        {
            RunResult publish = await project.DotnetAsync(Ct, "publish", "-p:DeployToEas=true", "-p:EasEmulator=true", "-bl:out.binlog;ProjectImports=ZipFile");
            publish.Succeeds().Says("Status: Running");
            CloudSettings settings = new() { Region = "cn-hangzhou", Endpoint = TestHome.RunningEmulator(easHome).Address, UserAgent = "tests" };
            using AliyunCloud cloud = AliyunCloud.Open(settings, EmulatorCredentials.Source);
            string token = (await cloud.DescribeServiceAsync("secret_chat", Ct))!.AccessToken.Reveal();
            Assert.IsGreaterThan(10, token.Length);

            AssertNowhere(project, publish.Output, [.. s_canaries, token]);
        }
        finally
        {
            await TestHome.EndEmulatorsAsync(easHome);
        }
    }

    [TestMethod]
    public async Task Credentials_that_are_really_used_leave_no_trace_either()
    {
        using ConsumerProject project = Planted();

        // A host that cannot exist: the request is signed, and then goes nowhere.
        string[] deploy = ["publish", "-p:DeployToEas=true", "-p:EasRegion=cn-hangzhou", "-p:EasEndpoint=http://eas.invalid:81"];
        RunResult signed = await project.DotnetAsync(Ct, [.. deploy, "-bl:out.binlog;ProjectImports=ZipFile"]);
        signed.Fails("EAS7002").DoesNotSay("EAS7010");
        AssertNowhere(project, signed.Output, s_canaries);

        foreach (string name in s_variables.Keys)
        {
            project.Run.Environment[name] = null;
        }

        File.Delete(Path.Combine(project.Run.Environment["HOME"]!, ".aliyun", "config.json"));
        (await project.DotnetAsync(Ct, [.. deploy, "--no-restore"])).Fails("EAS7023");
    }

    private static ConsumerProject Planted()
    {
        string item = ConsumerProject.GoodService
            .Replace("qwen_chat", "secret_chat", StringComparison.Ordinal)
            .Replace("/>", $"Script=\"serve {Marker}\" />", StringComparison.Ordinal);
        ConsumerProject project = new(TestPackage.Package, item);
        DotnetRun run = project.Run;
        foreach ((string name, string value) in s_variables)
        {
            run.Environment[name] = value;
        }

        foreach (string name in new[] { "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY" })
        {
            run.Environment[name] = null;
        }

        string home = project["home"];
        CopyFolder(TestPackage.Home.Home, home);
        run.Environment["HOME"] = run.Environment["USERPROFILE"] = home;
        run.Environment["EAS_HOME"] = project["eas-home"];
        string config = project.WriteFile("home/.aliyun/config.json", $$"""
            {"current":"default","profiles":[{"name":"default","mode":"AK","access_key_id":"{{FileKeyId}}","access_key_secret":"{{FileKeySecret}}","region_id":"cn-hangzhou"}]}
            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(config, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return project;
    }

    private static void AssertNowhere(ConsumerProject project, string output, string[] secrets)
    {
        List<(string Where, byte[] Content)> places = [("standard output", Encoding.UTF8.GetBytes(output)), .. Contents(project)];
        string[] marked = [.. places.Where(place => Holds(place.Content, Marker)).Select(place => place.Where)];
        Assert.Contains("out.binlog", marked, "the search must be able to find what is there");
        Assert.Contains(place => place.EndsWith("eas_service.json", StringComparison.Ordinal), marked);
        Assert.Contains(place => place.StartsWith("obj", StringComparison.Ordinal), places.Select(place => place.Where));
        foreach (string secret in secrets)
        {
            string[] found = [.. places.Where(place => Holds(place.Content, secret)).Select(place => place.Where)];
            Assert.IsEmpty(found, $"'{secret}' is in {string.Join(", ", found)}");
        }
    }

    // Everything below the project but the home, where the canaries were planted.
    private static IEnumerable<(string Where, byte[] Content)> Contents(ConsumerProject project)
    {
        foreach (string file in Directory.EnumerateFiles(project.Folder, "*", SearchOption.AllDirectories))
        {
            string where = Path.GetRelativePath(project.Folder, file);
            if (where.StartsWith("home" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                continue;
            }

            using FileStream stream = File.OpenRead(file);
            if (where.EndsWith(".zip", StringComparison.Ordinal))
            {
                using ZipArchive zip = new(stream);
                foreach (ZipArchiveEntry entry in zip.Entries)
                {
                    using Stream content = entry.Open();
                    yield return (where + ":" + entry.FullName, Bytes(content));
                }
            }
            else if (where.EndsWith(".binlog", StringComparison.Ordinal))
            {
                using GZipStream plain = new(stream, CompressionMode.Decompress);
                yield return (where, Bytes(plain));
            }
            else
            {
                yield return (where, Bytes(stream));
            }
        }
    }

    private static bool Holds(byte[] content, string text) =>
        content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;

    private static byte[] Bytes(Stream stream)
    {
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*.config", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
