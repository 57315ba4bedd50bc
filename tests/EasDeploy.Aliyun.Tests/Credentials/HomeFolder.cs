using EasDeploy.Aliyun.Credentials;

namespace EasDeploy.Aliyun.Tests.Credentials;

/// <summary>A home folder and an environment of a test's own: the real ones are never touched.</summary>
internal sealed class HomeFolder : IDisposable
{
    private readonly Dictionary<string, string> _variables = [];

    public string Path { get; } = Directory.CreateTempSubdirectory("eas-home-").FullName;

    public string ConfigFile => System.IO.Path.Combine(Path, ".aliyun", "config.json");

    /// <summary>Stands in for STS and for the metadata service; null = the real ones.</summary>
    public Uri? Service { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public CredentialPlaces Places => new(_variables.GetValueOrDefault, Path)
    {
        Services = new CredentialServices { Sts = Service, Metadata = Service ?? new Uri("http://127.0.0.1:1"), Clock = Clock },
    };

    public HomeFolder Set(string name, string value)
    {
        _variables[name] = value;
        return this;
    }

    public HomeFolder Config(string text) => Write(ConfigFile, text);

    public HomeFolder Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
