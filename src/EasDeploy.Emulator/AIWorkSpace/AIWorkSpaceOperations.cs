using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;

namespace EasDeploy.Emulator.AIWorkSpace;

/// <summary>The AIWorkSpace operations that are answered.</summary>
internal static class AIWorkSpaceOperations
{
    public static IReadOnlyList<OperationBinding> All { get; } =
    [
        Bind("ListWorkspaces", ListWorkspaces.Answer, "WorkspaceName matches a part of the name (assumed). The second account has none."),
        Bind("ListImages", ListImages.Answer, "Labels only with Verbose=true; label filter with AND and the value *."),
        Bind("GetImage", GetImage.Answer, "Carries the extension EasConfig {script, port}, which no published model has."),
        Bind("GetWorkspace", Workspaces.Get, "404 InvalidWorkspace.NotFound for an unknown id (code assumed)."),
        Bind("GetDefaultWorkspace", Workspaces.Default, "Conditions is empty.", Fidelity.Assumed),
        Bind("ListImageLabels", ListImageLabels.Answer, "Region is accepted and changes nothing.", Fidelity.Assumed),
        Bind("ListDatasets", Datasets.List, "Label and ShareScope are accepted and change nothing."),
        Bind("GetDataset", Datasets.Get, "404 InvalidDataset.NotFound for an unknown id (code assumed)."),
    ];

    private static OperationBinding Bind(string action, Func<ApiCall, JsonObject> answer, string remark, Fidelity fidelity = Fidelity.Faithful) =>
        new("aiworkspace", action, fidelity, remark, answer);
}
