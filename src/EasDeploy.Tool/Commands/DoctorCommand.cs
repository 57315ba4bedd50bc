using EasDeploy.Aliyun;
using EasDeploy.Aliyun.Credentials;
using EasDeploy.Diagnostics;
using EasDeploy.Tool.Doctoring;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas doctor</c>: everything a deployment needs, looked at one by one.</summary>
internal static class DoctorCommand
{
    public static void Fill(EasVerb command, ToolConsole console)
    {
        OutputOption output = new();
        CloudOptions options = new();
        command.Examples = ["dotnet eas doctor --region cn-hangzhou", "dotnet eas doctor --profile prod -o json"];
        command.Add(output);
        options.AddTo(command);
        command.Runs(console, async (parsed, ct) =>
        {
            (CloudAccess access, CredentialPlaces places) = (options.Read(parsed), CredentialPlaces.OfThisProcess);
            List<CheckUp> checks =
            [
                await MachineCheck.SdkAsync(EmulatorProgram.DotnetHost, ct),
                await MachineCheck.CliAsync(access, places, ct),
                AccessCheck.Region(access, places),
                .. AccessCheck.Credentials(access, places),
            ];
            if (checks.TrueForAll(check => check.State != CheckState.Bad))
            {
                checks.AddRange(await CloudAsync(access, ct));
            }

            Write(console, parsed.GetValue(output), checks);
            return checks.Exists(check => check.State == CheckState.Bad) ? ExitCode.DiagnosticsSayNo : ExitCode.Done;
        });
    }

    private static async Task<IReadOnlyList<CheckUp>> CloudAsync(CloudAccess access, CancellationToken ct)
    {
        try
        {
            using AliyunCloud cloud = await access.OpenAsync(UserAgent.NewRunId(), ct);
            if (access is { Emulator: true, Endpoint.Length: 0 })
            {
                // Its clock is this machine's.
                return await CloudCheck.RunAsync(cloud, ct);
            }

            CloudSettings settings = new() { Region = access.FindRegion()!, Endpoint = CloudSettings.ParseEndpoint(access.Endpoint), UserAgent = "" };
            CheckUp clock = await CloudCheck.ClockAsync(settings, TimeProvider.System, ct);
            return clock.Name == CloudCheck.Network ? [clock] : [clock, .. await CloudCheck.RunAsync(cloud, ct)];
        }
        catch (CloudException refusal)
        {
            return [new CheckUp(CheckState.Bad, CloudCheck.Network, $"{refusal.Descriptor.Code}: {refusal.Message}")];
        }
    }

    private static void Write(ToolConsole console, OutputForm form, List<CheckUp> checks)
    {
        if (form == OutputForm.Json)
        {
            JsonOutput.Write(console.Out, json =>
            {
                json.WriteStartArray("checks");
                foreach (CheckUp check in checks)
                {
                    json.WriteStartObject();
                    json.WriteString("name", check.Name);
                    json.WriteString("state", check.State.ToString().ToLowerInvariant());
                    json.WriteString("text", check.Text);
                    json.WriteString("repair", check.Repair);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return;
        }

        foreach (CheckUp check in checks)
        {
            console.Out.WriteLine(console.Wrapped($"{check.Mark} {check.Name}: {check.Text}"));
            if (check.Repair is { } repair)
            {
                console.Out.WriteLine(console.Wrapped($"   {repair}."));
            }
        }
    }
}
