using System.ComponentModel;
using System.Text;
using CliWrap;

namespace EasDeploy.Aliyun.Credentials;

/// <summary>A key that a program of the author's own prints.</summary>
/// <remarks>Source: openapi.md section 9.2, mode External; aliyun-cli.md section 8.2: split like a shell does, but no shell runs.</remarks>
internal sealed class ProcessCredentials(string origin, string command, CredentialServices services) : TemporaryCredentials(origin, services.Clock)
{
    private const string Repair = "Run process_command by hand: it must print one JSON object with mode, access_key_id and access_key_secret.";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    protected override async Task<AccessKey> FetchAsync(CancellationToken ct)
    {
        string[] words = Split(command);
        if (words.Length == 0)
        {
            throw KeyDocument.Unusable(Origin, "process_command is empty", Repair);
        }

        StringBuilder output = new();
        using CancellationTokenSource limit = new(Limit, services.Clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            CommandResult result = await Cli.Wrap(words[0])
                .WithArguments(words.AsSpan(1).ToArray())
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output, Encoding.UTF8))
                .ExecuteAsync(either.Token).ConfigureAwait(false);
            if (result.ExitCode != 0)
            {
                throw KeyDocument.Unusable(Origin, $"'{words[0]}' ended with exit code {result.ExitCode}", Repair);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw KeyDocument.Unusable(Origin, $"'{words[0]}' did not end within {Limit.TotalSeconds:0} s", Repair);
        }
        catch (Win32Exception)
        {
            throw KeyDocument.Unusable(Origin, $"'{words[0]}' cannot be started", Repair);
        }

        return KeyDocument.Read(Encoding.UTF8.GetBytes(output.ToString()), Origin, Repair);
    }

    /// <summary>Blanks part words, quotes of either kind keep them together, a backslash takes the next character as it is.</summary>
    internal static string[] Split(string command)
    {
        List<string> words = [];
        StringBuilder? word = null;
        char quote = '\0';
        for (int i = 0; i < command.Length; i++)
        {
            char letter = command[i];
            if (quote == '\0' && char.IsWhiteSpace(letter))
            {
                if (word is not null)
                {
                    words.Add(word.ToString());
                    word = null;
                }

                continue;
            }

            word ??= new StringBuilder();
            if (letter == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && (letter is '"' or '\''))
            {
                quote = letter;
            }
            else if (letter == '\\' && quote != '\'' && i + 1 < command.Length)
            {
                word.Append(command[++i]);
            }
            else
            {
                word.Append(letter);
            }
        }

        if (word is not null)
        {
            words.Add(word.ToString());
        }

        return [.. words];
    }
}
