using System.Globalization;
using System.Text.RegularExpressions;

namespace EasDeploy.Resolution;

/// <summary>How many GPUs a start command wants at once.</summary>
/// <param name="Tensor">Cards one layer is spread over; 1 when the command does not say.</param>
/// <param name="Pipeline">Cards the layers are lined up on.</param>
/// <param name="Copies">Copies of the model side by side (data parallel).</param>
/// <remarks>Source: service-config.md section 12: flags of vLLM and SGLang, with = or a blank.</remarks>
public sealed partial record ParallelDegree(int Tensor, int Pipeline, int Copies)
{
    public long Gpus => (long)Tensor * Pipeline * Copies;

    /// <summary>True when the command names any of the flags.</summary>
    public bool IsWritten { get; private init; }

    public static ParallelDegree Of(StartCommand command)
    {
        string text = command.Text;
        int? tensor = Number(TensorFlag().Match(text));
        int? pipeline = Number(PipelineFlag().Match(text));
        int? copies = Number(CopiesFlag().Match(text));
        return new ParallelDegree(tensor ?? 1, pipeline ?? 1, copies ?? 1) { IsWritten = (tensor ?? pipeline ?? copies) is not null };
    }

    private static int? Number(Match match) =>
        match.Success && int.TryParse(match.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;

    [GeneratedRegex(@"(?<!\S)(?:--tensor-parallel-size|--tp-size|--tp|-tp)(?:=|\s+)(?<n>[0-9]{1,6})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex TensorFlag();

    [GeneratedRegex(@"(?<!\S)(?:--pipeline-parallel-size|--pp-size|--pp|-pp)(?:=|\s+)(?<n>[0-9]{1,6})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex PipelineFlag();

    [GeneratedRegex(@"(?<!\S)(?:--data-parallel-size|--dp-size|--dp|-dp)(?:=|\s+)(?<n>[0-9]{1,6})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex CopiesFlag();
}
