using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EasDeploy.Aliyun.CatalogCache;

/// <summary>
/// Answers of the cloud kept as files, one for each call, shared by every project of this user. Several processes may use it at once:
/// a file is replaced whole, so a reader sees the old answer or the new one, and two that ask at the same time both ask.
/// </summary>
/// <param name="folder">Full path; made when the first answer is kept.</param>
/// <param name="askedSince">An older answer is not good enough; default = any within <see cref="Lifetime"/>.</param>
/// <remarks>Source: design section 4: 24 h per account and region.</remarks>
internal sealed class KeptAnswers(string folder, TimeProvider clock, DateTimeOffset askedSince)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private static readonly TimeSpan s_forgotten = TimeSpan.FromDays(7);

    private readonly Lock _gate = new();

    /// <summary>UTC; when the oldest answer given was asked for; null = none was given.</summary>
    public DateTimeOffset? Oldest { get; private set; }

    /// <summary>A folder of its own for each account, region and way to the cloud. The key id is hashed: it stands in no file.</summary>
    /// <param name="account">What tells one account's answers from another's, such as its key id; never a secret.</param>
    public static string FolderFor(string stateFolder, string account, string region, string endpoint) =>
        Path.Combine(stateFolder, "catalogs", Short($"{account}\n{region}\n{endpoint}"));

    /// <returns>The kept answer, else what <paramref name="ask"/> gives; a failure is not kept.</returns>
    /// <param name="call">Operation and its argument, for example <c>GetImage image-1</c>.</param>
    public async Task<T> GetAsync<T>(string call, JsonTypeInfo<KeptAnswer<T>> shape, Func<Task<T>> ask)
    {
        string file = Path.Combine(folder, call.Split(' ')[0] + (call.Contains(' ', StringComparison.Ordinal) ? "-" + Short(call) : "") + ".json");
        DateTimeOffset now = clock.GetUtcNow();
        if (Read(file, shape) is { } kept && kept.Call == call && kept.AskedAt >= askedSince && kept.AskedAt <= now && now - kept.AskedAt < Lifetime)
        {
            Note(kept.AskedAt);
            return kept.Answer;
        }

        T answer = await ask().ConfigureAwait(false);
        Note(now);
        Write(file, JsonSerializer.SerializeToUtf8Bytes(new KeptAnswer<T>(call, now, answer), shape));
        return answer;
    }

    private void Note(DateTimeOffset askedAt)
    {
        lock (_gate)
        {
            Oldest = Oldest is { } oldest && oldest < askedAt ? oldest : askedAt;
        }
    }

    private static KeptAnswer<T>? Read<T>(string file, JsonTypeInfo<KeptAnswer<T>> shape)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), shape);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    // Whoever cannot keep an answer asks again next time.
    private void Write(string file, byte[] content)
    {
        try
        {
            MakeFolder();
            OutputFile.Write(file, content);
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            // The answer itself is in hand.
        }
    }

    // A new folder: a moment to throw away those of accounts and temporary keys not seen for long.
    private void MakeFolder()
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        foreach (string other in Directory.EnumerateDirectories(Path.GetDirectoryName(folder)!))
        {
            if (clock.GetUtcNow().UtcDateTime - Directory.GetLastWriteTimeUtc(other) > s_forgotten)
            {
                TryDelete(() => Directory.Delete(other, recursive: true));
            }
        }
    }

    private static void TryDelete(Action delete)
    {
        try
        {
            delete();
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // Another process is at it; nothing depends on it.
        }
    }

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}

/// <summary>An answer as it is kept.</summary>
/// <param name="Call">The call it answers, in full: names of files are hashes.</param>
/// <param name="AskedAt">UTC.</param>
internal sealed record KeptAnswer<T>(string Call, DateTimeOffset AskedAt, T Answer);
