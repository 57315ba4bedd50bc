using System.Text.Json.Nodes;

namespace EasDeploy.Tool.Tests.Wizard;

/// <summary>The wizard as people see it: every file of Transcripts is typed against a real emulator over HTTP.</summary>
[TestClass]
public sealed class TranscriptTests
{
    public required TestContext TestContext { get; init; }

    private CancellationToken Ct => TestContext.CancellationToken;

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task A_session_reads_as_its_transcript(string name)
    {
        Transcript transcript = new(await File.ReadAllTextAsync(Path.Combine(Folder, name + ".txt"), Ct));
        await using EmulatorHost emulator = await EmulatorHost.StartAsync(transcript.Pace, transcript.Region, ct: Ct);
        using TempFolder folder = new();
        foreach (string change in transcript.CloudChanges.Where(change => !change.StartsWith(Transcript.RegionChange, StringComparison.Ordinal) && !change.StartsWith(Transcript.PaceChange, StringComparison.Ordinal)))
        {
            Change(emulator, change);
        }

        Golden.Check(await transcript.RunAsync(emulator, folder, Ct), $"Transcripts/{name}.txt");
    }

    private static void Change(EmulatorHost emulator, string change)
    {
        const int Always = 1000;
        switch (change)
        {
            case "no workspaces":
                emulator.AnswerWith("ListWorkspaces", 200, """{"RequestId":"1","TotalCount":0,"Workspaces":[]}""", times: Always);
                break;
            case "no permission for workspaces":
                emulator.AnswerWith("ListWorkspaces", 403, """{"RequestId":"1","Code":"Forbidden.RAM","Message":"not authorized"}""", times: Always);
                break;
            case "no GPU types":
                emulator.AnswerWith("DescribeMachineSpec", 200, Types(1, "ecs.c7.large", gpus: 0), times: Always);
                break;
            case "250 instance types":
                emulator.AnswerWith("DescribeMachineSpec", 200, Types(250, "ecs.gn7i-c16g1.4xlarge", gpus: 1), times: Always);
                break;
            case "no resource groups":
                emulator.AnswerWith("ListResources", 200, """{"RequestId":"1","PageNumber":1,"PageSize":100,"TotalCount":0,"Resources":[]}""", times: Always);
                break;
            case "no speech images":
                emulator.AnswerWith("ListImages", 200, """
                    {"RequestId":"1","TotalCount":1,"Images":[{"ImageId":"image-o2o37pwylnje460leq","Name":"vllm:0.14.0-gpu","Labels":[{"Key":"system.chipType","Value":"GPU"}]}]}
                    """, times: Always);
                break;
            case "no images":
                emulator.AnswerWith("ListImages", 200, """{"RequestId":"1","TotalCount":0,"Images":[]}""", times: Always);
                break;
            default:
                string[] words = change.Split(' ');
                Assert.AreEqual("follows", words[1], $"no change of the cloud is named '{change}'");
                emulator.PlanLifeCycle(words[0], words[2]);
                break;
        }
    }

    // The first one has the name given, so that a preferred type is among them.
    private static string Types(int count, string first, int gpus) => new JsonObject
    {
        ["RequestId"] = "1",
        ["InstanceMetas"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => new JsonObject
        {
            ["InstanceType"] = i == 0 ? first : $"ecs.gn7i-x{i:000}.4xlarge",
            ["CPU"] = 16,
            ["Memory"] = 60,
            ["GPU"] = gpus > 0 ? "A10" : "",
            ["GPUAmount"] = gpus,
            ["GPUMemory"] = gpus > 0 ? 24 : 0,
            ["IsAvailable"] = true,
            ["StockStatus"] = "WithStock",
        })]),
        ["Types"] = new JsonArray(),
    }.ToJsonString();

    internal static string Folder { get; } = Path.Combine(Repository.Root, "tests", "EasDeploy.Tool.Tests", "Wizard", "Transcripts");
}
