using EasDeploy.Diagnostics;
using EasDeploy.Resolution;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>How the verification of a Running service ended.</summary>
/// <param name="Finding">Why it failed, or why nothing was asked; null = nothing to say.</param>
/// <param name="ModelName">Name the server gives its model; null = not asked.</param>
internal sealed record Verified(bool IsPassed, Diagnostic? Finding = null, string? ModelName = null);

/// <summary>Asks a Running service whether it answers: the gateway first, the model when it is wanted.</summary>
/// <remarks>
/// Source: openapi.md section 1, point 12 (503, and 404 with an empty body, right after Running pass by themselves); checklist X61 to X63;
/// design section 3 (<c>EasVerify</c>). Three quick tries, for a gateway that is only busy, then up to 60, 2 s apart.
/// </remarks>
/// <param name="stillRuns">Looks at the status again: a service that fails meanwhile is not asked on.</param>
internal sealed class Verification(IServiceProbe probe, TimeProvider clock, Action<string> say, Func<Task<bool>> stillRuns)
{
    private const int Tries = 60;
    private const int TriesPerLook = 5;
    private const int QuickTries = 3;
    private static readonly TimeSpan s_quickPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    public async Task<Verified> RunAsync(StartingService service, LiveService live, CancellationToken ct)
    {
        if (service.Verify == VerifyLevel.None)
        {
            return new Verified(true);
        }

        if (WhyNotAsked(service, live) is { } reason)
        {
            return new Verified(true, DeploymentDiagnostics.NotVerifiable.At(service.Spec.Location, service.Name, reason));
        }

        ServiceAddress endpoint = new(live.InternetEndpoint!, live.AccessToken);
        bool isModel = service.Verify == VerifyLevel.Model;
        string path = service.ProbePath ?? (ImageFamilies.SpeaksOpenAI(service.Family) ? "/health" : "/");
        ProbeAnswer gateway = await UntilAsync(endpoint.Get(path, s_timeout), IsAnswered, ct).ConfigureAwait(false);
        if (!IsAnswered(gateway))
        {
            return new Verified(false, DeploymentDiagnostics.GatewaySilent.At(
                service.Spec.Location, service.Name, endpoint.At(path), Words(gateway), (int)(Tries * s_pause.TotalSeconds)));
        }

        say($"The gateway answers: HTTP {gateway.Status} at {path}");
        if (!isModel)
        {
            return new Verified(true);
        }

        return ImageFamilies.SpeaksOpenAI(service.Family)
            ? await AskModelAsync(service, endpoint, ct).ConfigureAwait(false)
            : await AskProbePathAsync(service, endpoint, gateway, ct).ConfigureAwait(false);
    }

    private static string? WhyNotAsked(StartingService service, LiveService live) => service switch
    {
        { Spec.Features.Grpc.Value: true } => "it speaks gRPC",
        _ when string.IsNullOrWhiteSpace(live.InternetEndpoint) => "it has no internet endpoint and answers only inside its VPC",
        _ when !Uri.TryCreate(live.InternetEndpoint, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https") =>
            "its internet endpoint is no HTTP address",
        _ => null,
    };

    private async Task<Verified> AskProbePathAsync(StartingService service, ServiceAddress endpoint, ProbeAnswer first, CancellationToken ct)
    {
        if (service.ProbePath is not { } path)
        {
            return new Verified(true, DeploymentDiagnostics.NoProbePath.At(service.Spec.Location, service.Name));
        }

        ProbeAnswer answer = IsHealthy(first) ? first : await UntilAsync(endpoint.Get(path, s_timeout), IsHealthy, ct).ConfigureAwait(false);
        return IsHealthy(answer)
            ? new Verified(true)
            : Silent(service, endpoint.At(path), answer);
    }

    private async Task<Verified> AskModelAsync(StartingService service, ServiceAddress endpoint, CancellationToken ct)
    {
        ModelQuestion question = new(endpoint);
        ProbeAnswer list = await UntilAsync(question.List, IsHealthy, ct).ConfigureAwait(false);
        if (!IsHealthy(list) || ModelQuestion.NameIn(list, service.ModelName) is not { } model)
        {
            return Silent(service, endpoint.At(ModelQuestion.ListPath), list);
        }

        ProbeAnswer answer = ProbeAnswer.None("nothing was asked");
        foreach (ProbeRequest attempt in question.Completions(model))
        {
            answer = await UntilAsync(attempt, read => IsHealthy(read) || IsRefused(read), ct).ConfigureAwait(false);
            if (IsHealthy(answer))
            {
                say($"The model '{model.Shown()}' answers: HTTP {answer.Status} at {attempt.Address.AbsolutePath}");
                return new Verified(true, ModelName: model);
            }

            if (!IsRefused(answer))
            {
                break;
            }
        }

        return Silent(service, endpoint.At(ModelQuestion.ChatPath), answer);
    }

    private static Verified Silent(StartingService service, Uri address, ProbeAnswer answer) =>
        new(false, DeploymentDiagnostics.ModelSilent.At(service.Spec.Location, service.Name, address, Words(answer)));

    /// <summary>Asks again until the answer is the wanted one, or says that asking again is no use.</summary>
    private async Task<ProbeAnswer> UntilAsync(ProbeRequest request, Func<ProbeAnswer, bool> isWanted, CancellationToken ct)
    {
        long start = clock.GetTimestamp();
        string shown = "";
        for (int attempt = 1; ; attempt++)
        {
            ProbeAnswer answer = await probe.SendAsync(request, ct).ConfigureAwait(false);
            if (isWanted(answer) || !IsPassing(answer) || attempt == QuickTries + Tries || clock.GetElapsedTime(start) >= Tries * (s_pause + s_timeout) / 2
                || (attempt % TriesPerLook == 0 && !await stillRuns().ConfigureAwait(false)))
            {
                return answer;
            }

            if (Words(answer) is var words && words != shown)
            {
                shown = words;
                say($"⏳ Status: Running, {request.Address.AbsolutePath} is not ready: {words}");
            }

            await Task.Delay(attempt <= QuickTries ? s_quickPause : s_pause, clock, ct).ConfigureAwait(false);
        }
    }

    /// <summary>Anything but the gateway's own "not there yet": the service, or what it puts in front of itself, spoke.</summary>
    private static bool IsAnswered(ProbeAnswer answer) => answer.Status is not null && !IsPassing(answer);

    /// <summary>What may be otherwise in a moment.</summary>
    private static bool IsPassing(ProbeAnswer answer) =>
        answer.Status is null or 429 or 502 or 503 or 504 || (answer.Status == 404 && string.IsNullOrWhiteSpace(answer.Body));

    private static bool IsHealthy(ProbeAnswer answer) => answer.Status is >= 200 and < 400;

    /// <summary>The server does not offer this kind of question: a model for embeddings has no chat.</summary>
    private static bool IsRefused(ProbeAnswer answer) => answer.Status is 400 or 404 or 405 or 422 or 501 && !IsPassing(answer);

    private static string Words(ProbeAnswer answer) => answer.Status switch
    {
        null => answer.Trouble,
        401 or 403 => $"HTTP {answer.Status}, the access token is not accepted",
        404 when IsPassing(answer) => "HTTP 404 with an empty body, the gateway does not know the service",
        503 => "HTTP 503, no instance is behind the gateway",
        _ => $"HTTP {answer.Status}{(answer.Body.Length == 0 ? "" : $", {Glimpse(answer.Body)}")}",
    };

    private static string Glimpse(string body)
    {
        string line = string.Join(' ', body.Split((char[])[' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        return $"'{(line.Length > 120 ? line[..120] + "…" : line).Shown()}'";
    }
}
