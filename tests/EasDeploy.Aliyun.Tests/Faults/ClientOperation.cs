namespace EasDeploy.Aliyun.Tests.Faults;

/// <summary>What trouble means depends on this.</summary>
internal enum OperationKind
{
    /// <summary>Changes nothing: may be repeated.</summary>
    Read,

    /// <summary>A read whose answer may be any bytes: what only spoils their form goes unseen.</summary>
    Bytes,

    /// <summary>Changes something; a lost answer leaves open whether.</summary>
    Write,

    /// <summary>As a write, but repeating it can do no second harm.</summary>
    Deletion,

    /// <summary>CreateService: looks before it asks again.</summary>
    Creation,

    /// <summary>DeleteService: looks whether the deletion runs.</summary>
    Removal,
}

/// <summary>One operation of the client, ready to be called on a service that exists.</summary>
/// <param name="Name">The API's name.</param>
/// <param name="Prepare">Makes the call possible again, without faults; null = nothing to do.</param>
/// <param name="Call">Given the clouds and a service name that no call has used before.</param>
internal sealed record ClientOperation(
    string Name, OperationKind Kind, Func<FaultyCloud, string, Task> Call, Func<FaultyCloud, string, Task>? Prepare = null);
