namespace EasDeploy.Tool.Output;

/// <summary>How results are printed.</summary>
internal enum OutputForm
{
    /// <summary>Tables and lines for people.</summary>
    Table,

    /// <summary>One JSON object on standard output, words on standard error.</summary>
    Json,
}
