using System.Text.Json.Nodes;
using EasDeploy.Emulator.State;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Operations;

/// <summary>All declared operations with the code that answers them.</summary>
internal sealed class OperationTable
{
    private readonly Dictionary<(string Product, string Action), OperationBinding> _bindings;
    private readonly ILookup<(string Method, int Length), OperationDeclaration> _routes;

    public OperationTable(IReadOnlyList<OperationDeclaration> declarations, IEnumerable<OperationBinding> bindings)
    {
        Declarations = declarations;
        _bindings = bindings.ToDictionary(b => (b.Product, b.Action));
        _routes = declarations.Where(d => d.Style == "ROA").ToLookup(d => (d.Method, d.Segments.Count));
    }

    public IReadOnlyList<OperationDeclaration> Declarations { get; }

    /// <summary>The table of this build.</summary>
    public static OperationTable Create() =>
        new(DeclarationReader.Read(SeedFile.Read("operations.json")),
        [
            .. Eas.EasOperations.All, .. AIWorkSpace.AIWorkSpaceOperations.All, .. Ecs.EcsOperations.All, .. Vpc.VpcOperations.All,
            .. Nlb.NlbOperations.All, .. Sts.StsOperations.All, .. Oss.OssOperations.All,
        ]);

    /// <returns>The binding of a declaration; an absent one answers by an error that names it.</returns>
    public OperationBinding Bound(OperationDeclaration declaration) =>
        _bindings.GetValueOrDefault((declaration.Product, declaration.Action))
        ?? new OperationBinding(declaration.Product, declaration.Action, Fidelity.Absent, "declared only", Absent);

    /// <summary>Finds a ROA operation by method and path.</summary>
    /// <returns>Null when nothing is declared there.</returns>
    public (OperationDeclaration Operation, Dictionary<string, string> PathValues)? Route(string method, string rawPath)
    {
        string[] segments = rawPath.Trim('/').Split('/');
        foreach (OperationDeclaration candidate in _routes[(method, segments.Length)])
        {
            if (Match(candidate.Segments, segments) is Dictionary<string, string> values)
            {
                return (candidate, values);
            }
        }

        return null;
    }

    private static Dictionary<string, string>? Match(IReadOnlyList<string> template, string[] segments)
    {
        var values = new Dictionary<string, string>();
        foreach ((string expected, string sent) in template.Zip(segments))
        {
            if (expected is ['{', .. string name, '}'])
            {
                values[name] = PercentEncoding.Decode(sent);
            }
            else if (expected != sent)
            {
                return null;
            }
        }

        return values;
    }

    private static JsonObject Absent(ApiCall call) => throw new ApiException(
        501, "EmulatorOperationAbsent", $"The emulator does not answer {call.Operation.Product} {call.Operation.Action} yet.");
}
