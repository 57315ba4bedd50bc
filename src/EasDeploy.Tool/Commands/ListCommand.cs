using System.CommandLine;
using System.Globalization;
using EasDeploy.Aliyun;
using EasDeploy.Tool.Output;

namespace EasDeploy.Tool.Commands;

/// <summary><c>dotnet eas list …</c>: what the account has and what the region offers, every page of it.</summary>
internal static class ListCommand
{
    public static void Fill(EasVerb list, ToolConsole console)
    {
        list.Examples = ["dotnet eas list images vllm", "dotnet eas list instances gn7i --output json", "dotnet eas list services --region cn-shanghai"];
        list.Add(Of(console, Listings.Services, "Services of the region.", async (cloud, ct) => await cloud.Eas.ListServicesAsync(null, ct)));
        list.Add(Of(console, Listings.Images, "Official images that EAS supports.", async (cloud, ct) => await cloud.ListImagesAsync(ct)));
        list.Add(Instances(console));
        list.Add(Of(console, Listings.Resources, "Dedicated resource groups.", async (cloud, ct) => await cloud.ListResourcesAsync(ct)));
        list.Add(Of(console, Listings.Gateways, "Dedicated gateways.", async (cloud, ct) => await cloud.ListGatewayAsync(ct)));
        list.Add(Of(console, Listings.Workspaces, "PAI workspaces.", async (cloud, ct) => await cloud.ListWorkspacesAsync(ct)));
        list.Add(Of(console, Listings.Buckets, "OSS buckets of the account, in every region.", async (cloud, ct) => await cloud.Storage.ListBucketsAsync(ct)));
    }

    private static EasVerb Instances(ToolConsole console)
    {
        Option<bool> all = new("--all") { Description = "Also types that cannot be had at the moment." };
        EasVerb command = Of(
            console,
            Listings.Instances,
            "Public instance types that can be had.",
            async (cloud, parsed, ct) => (await cloud.DescribeMachineSpecAsync(ct)).Where(type => type.IsAvailable || parsed.GetValue(all)));
        command.Add(all);
        return command;
    }

    private static EasVerb Of<T>(ToolConsole console, Listing<T> listing, string description, Func<AliyunCloud, CancellationToken, Task<IEnumerable<T>>> query) =>
        Of(console, listing, description, (cloud, _, ct) => query(cloud, ct));

    private static EasVerb Of<T>(
        ToolConsole console, Listing<T> listing, string description, Func<AliyunCloud, ParseResult, CancellationToken, Task<IEnumerable<T>>> query)
    {
        Argument<string?> keyword = new("keyword") { Description = "Only rows with this text in any column.", Arity = ArgumentArity.ZeroOrOne };
        OutputOption output = new();
        CloudOptions options = new();
        EasVerb command = new(listing.Name, description) { keyword, output };
        command.Examples = [$"dotnet eas list {listing.Name}", $"dotnet eas list {listing.Name} test --output json"];
        options.AddTo(command);
        command.Runs(console, async (parsed, ct) =>
        {
            using AliyunCloud cloud = await options.OpenAsync(parsed, ct);
            IReadOnlyList<T> rows = listing.Filter(await query(cloud, parsed, ct), parsed.GetValue(keyword));
            Write(console, parsed.GetValue(output), listing, rows);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write<T>(ToolConsole console, OutputForm form, Listing<T> listing, IReadOnlyList<T> rows)
    {
        if (form == OutputForm.Json)
        {
            JsonOutput.Write(console.Out, json => listing.WriteRows(json, rows));
            return;
        }

        if (rows.Count > 0)
        {
            console.Out.Write(listing.Table(rows, 1, console.Width) + Environment.NewLine);
        }

        console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Total: {rows.Count}"));
    }
}
