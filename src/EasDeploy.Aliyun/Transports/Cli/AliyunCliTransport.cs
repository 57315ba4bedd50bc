using System.ComponentModel;
using System.Text;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using EasDeploy.Aliyun.Hosts;
using EasDeploy.Aliyun.Requests;
using EasDeploy.Aliyun.Transports.Retries;
using EasDeploy.Diagnostics;

namespace EasDeploy.Aliyun.Transports.Cli;

/// <summary>Calls the API through the <c>aliyun</c> program, with the credentials of its own profile.</summary>
/// <remarks>Source: aliyun-cli.md, section 1. Cancellation kills the whole tree of processes.</remarks>
public sealed class AliyunCliTransport : IAliyunTransport
{
    /// <summary>Start and end of the process, beside the call itself.</summary>
    private static readonly TimeSpan ProcessAllowance = TimeSpan.FromSeconds(15);

    private readonly CloudSettings _settings;
    private readonly ServiceHosts _hosts;
    private readonly AliyunCli _cli;
    private readonly CliForm _form;
    private readonly TimeProvider _clock;
    private readonly RetryPipeline<JsonDocument> _retries;

    /// <param name="chance">Random number from 0 up to 1, for the pauses between attempts.</param>
    /// <exception cref="CloudException">EAS7012, EAS7013, EAS7014: the settings name no usable host.</exception>
    public AliyunCliTransport(
        CloudSettings settings, AliyunCli cli, CliForm form = CliForm.Classic, TimeProvider? clock = null, Func<double>? chance = null)
    {
        _settings = settings;
        _hosts = new ServiceHosts(settings);
        _cli = cli;
        _form = form;
        _clock = clock ?? TimeProvider.System;
        _retries = new RetryPipeline<JsonDocument>(_clock, chance);
    }

    public Task<JsonDocument> SendAsync(ApiRequest request, CancellationToken ct)
    {
        foreach ((string name, string value) in request.PathParameters)
        {
            // The CLI escapes only some characters of a path, so a name with a slash would reach another operation.
            if (value.Length == 0 || value is "." or ".." || value.AsSpan().IndexOfAnyExcept(SafeInPath) >= 0)
            {
                throw CliFailure.With(
                    CloudDiagnostics.CliFailed, request, 0, false, request.Action, "none", $"{name} '{value}' holds characters that must not stand in a path");
            }
        }

        return _retries.RunAsync(request, AttemptAsync, ct);
    }

    public void Dispose()
    {
        // Nothing outlives a call.
    }

    private static readonly System.Buffers.SearchValues<char> SafeInPath = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~");

    private async ValueTask<Attempt<JsonDocument>> AttemptAsync(ApiCall call, CancellationToken ct)
    {
        ApiRequest request = call.Request;
        string host = _hosts.BaseAddress(request.Product).Authority;
        using BodyFile? body = request.Body is { } bytes ? await BodyFile.WriteAsync(bytes, ct).ConfigureAwait(false) : null;
        using CancellationTokenSource limit = new(request.Timeout + ProcessAllowance, _clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            BufferedCommandResult result = await CliWrap.Cli.Wrap(_cli.Path)
                .WithArguments(CliArguments.Of(request, _settings, _hosts, body?.Path, _form))
                .WithEnvironmentVariables(CliEnvironment.For(_settings))
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(Encoding.UTF8, Encoding.UTF8, either.Token).ConfigureAwait(false);
            return Interpret(call, host, result);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Attempt<JsonDocument>(call, null, CliFailure.TimedOut(request, host));
        }
        catch (Win32Exception fault)
        {
            return new Attempt<JsonDocument>(
                call, null, CliFailure.With(CloudDiagnostics.NoCli, request, 0, false, $"{_cli.Path} cannot be started ({fault.Message.TrimEnd('.')})"));
        }
    }

    /// <summary>Exit code 0 alone is no success: a broken configuration ends with 0 and nothing printed.</summary>
    private static Attempt<JsonDocument> Interpret(ApiCall call, string host, BufferedCommandResult result)
    {
        bool isClean = result.ExitCode == 0 && !result.StandardError.TrimStart().StartsWith("ERROR:", StringComparison.Ordinal);
        if (isClean && ApiAnswer.ParseObject(Encoding.UTF8.GetBytes(result.StandardOutput)) is { } answer)
        {
            return new Attempt<JsonDocument>(call, answer, null);
        }

        CloudException failure = CliFailure.Read(
            call.Request, host, result.ExitCode, result.StandardOutput, result.StandardError, out TimeSpan? retryAfter);
        return new Attempt<JsonDocument>(call, null, failure, retryAfter);
    }
}
