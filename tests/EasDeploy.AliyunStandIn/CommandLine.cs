namespace EasDeploy.AliyunStandIn;

/// <summary>Words, the CLI's own flags, and the parameters of the operation.</summary>
internal sealed record CommandLine(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Flags, IReadOnlyList<(string Name, string Value)> Parameters)
{
    private static readonly HashSet<string> Own =
        ["region", "endpoint", "insecure", "secure", "body-file", "body", "header", "connect-timeout", "read-timeout", "user-agent", "profile", "limited-num"];

    public static string AccessKeyId => Variable("ALIBABA_CLOUD_ACCESS_KEY_ID") ?? throw new UsageException(3, "default is not configure yet, run `aliyun configure` first");

    public static string AccessKeySecret => Variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET") ?? throw new UsageException(3, "access_key_secret is not configured for profile default");

    public Uri BaseAddress => new($"{(Flags.ContainsKey("insecure") ? "http" : "https")}://{Flags["endpoint"]}");

    public static CommandLine Parse(string[] arguments)
    {
        List<string> words = [];
        Dictionary<string, string> flags = [];
        List<(string, string)> parameters = [];
        foreach (string argument in arguments)
        {
            if (argument == "-d")
            {
                flags["d"] = "";
            }
            else if (!argument.StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(argument);
            }
            else
            {
                string[] parts = argument[2..].Split('=', 2);
                string value = parts.ElementAtOrDefault(1) ?? "";
                if (!Own.Contains(parts[0]))
                {
                    parameters.Add((parts[0], value));
                }
                else if (!flags.TryAdd(parts[0], value))
                {
                    throw new UsageException(1, $"--{parts[0]} duplicated");
                }
            }
        }

        return new CommandLine(words, flags, parameters);
    }

    public HttpClient Open() => new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = true })
    {
        Timeout = TimeSpan.FromSeconds(Flags.TryGetValue("read-timeout", out string? seconds) ? int.Parse(seconds) : 10),
    };

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
