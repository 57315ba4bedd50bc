using System.Text.Json.Nodes;

namespace EasDeploy.Emulator.Operations;

/// <summary>How near an operation's answer is to the cloud's.</summary>
internal enum Fidelity
{
    /// <summary>Fields, filters and errors as published.</summary>
    Faithful,

    /// <summary>The shape is published, the behaviour is our reading.</summary>
    Assumed,

    /// <summary>Declared, checked, and answered by an error that says so.</summary>
    Absent,
}

/// <summary>The code behind one declared operation.</summary>
/// <param name="Remark">What a reader of the reference page must know; what is assumed, or where the fact comes from.</param>
/// <param name="Answer">Returns the body of a 200; a "no" is thrown as <see cref="Wire.ApiException"/>.</param>
internal sealed record OperationBinding(string Product, string Action, Fidelity Fidelity, string Remark, Func<ApiCall, JsonObject> Answer);
