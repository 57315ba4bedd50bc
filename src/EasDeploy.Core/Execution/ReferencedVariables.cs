using System.Text;
using EasDeploy.Diagnostics;
using EasDeploy.Items;
using EasDeploy.Specs;

namespace EasDeploy.Execution;

/// <summary>Looks whether the variables a service refers to are there, before anything is sent. Their values are never shown.</summary>
internal sealed class ReferencedVariables(ServiceSpec spec, Func<string, Secret> readVariable, DeploymentLog log)
{
    /// <returns>False when one is missing or not in its form: each is reported by its name.</returns>
    public bool Check()
    {
        bool isComplete = true;
        foreach (EnvironmentVariable variable in spec.VariablesByContainer.SelectMany(variables => variables))
        {
            if (variable.FromEnvironment is { } source)
            {
                isComplete &= IsThere(source, $"{PropertyCatalog.EnvironmentVariable} '{variable.Name.Shown()}'");
            }
        }

        if (spec.Environment.RegistryAuthFromEnvironment is { } auth)
        {
            isComplete &= IsThere(auth, PropertyCatalog.Metadata.RegistryAuthFromEnvironment) && IsUserAndPassword(auth);
        }

        return isComplete;
    }

    private bool IsThere(Given<string> source, string namedBy)
    {
        Secret value = readVariable(source.Value);
        if (value.IsEmpty)
        {
            log.Add(DeploymentDiagnostics.VariableMissing.At(source.Location, spec.Name.Shown(), source.Value.Shown(), namedBy));
            return false;
        }

        log.Hide(value);
        return true;
    }

    /// <remarks>Source: R2008.</remarks>
    private bool IsUserAndPassword(Given<string> source)
    {
        string login = readVariable(source.Value).Reveal();
        int colon = login.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            // A registry or a log may repeat a part of it, or the form in which it is sent.
            log.Hide(new Secret(login[(colon + 1)..]));
            log.Hide(new Secret(Convert.ToBase64String(Encoding.UTF8.GetBytes(login))));
            return true;
        }

        log.Add(DeploymentDiagnostics.RegistryAuthForm.At(source.Location, spec.Name.Shown(), source.Value.Shown()));
        return false;
    }
}
