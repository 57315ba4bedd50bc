using System.Runtime.Versioning;
using System.Text.Json.Serialization;
using EasDeploy.Aliyun.CatalogCache;
using EasDeploy.Aliyun.Tests.Credentials;
using Microsoft.Extensions.Time.Testing;

namespace EasDeploy.Aliyun.Tests.CatalogCache;

[TestClass]
public sealed partial class KeptAnswersTests : IDisposable
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(s_start);
    private readonly HomeFolder _home = new();
    private int _asked;

    private string Folder => KeptAnswers.FolderFor(_home.Path, "key-id", "cn-hangzhou", "");

    public void Dispose() => _home.Dispose();

    [TestMethod]
    [DataRow(0, 1)]
    [DataRow(1439, 1)]
    [DataRow(1440, 2)]
    [DataRow(-1, 2, DisplayName = "an answer from the future: the clock was set back")]
    public async Task An_answer_is_good_for_a_day(int minutesLater, int asked)
    {
        _ = await GetAsync(Answers());
        _clock.AdjustTime(s_start.AddMinutes(minutesLater));

        Assert.AreEqual("answer " + asked, await GetAsync(Answers()));
        Assert.AreEqual(asked, _asked);
    }

    [TestMethod]
    public async Task A_refresh_asks_again_for_what_is_older()
    {
        _ = await GetAsync(Answers());
        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.AreEqual("answer 2", await GetAsync(Answers(askedSince: _clock.GetUtcNow())));
        Assert.AreEqual("answer 2", await GetAsync(Answers(askedSince: _clock.GetUtcNow())));
    }

    [TestMethod]
    public async Task The_oldest_answer_given_is_known()
    {
        _ = await GetAsync(Answers());
        _clock.Advance(TimeSpan.FromHours(1));
        KeptAnswers answers = Answers();
        Assert.IsNull(answers.Oldest);

        _ = await GetAsync(answers, "ListOthers");
        Assert.AreEqual(s_start.AddHours(1), answers.Oldest);
        _ = await GetAsync(answers);

        Assert.AreEqual(s_start, answers.Oldest);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("{\"call\":")]
    [DataRow("[]")]
    [DataRow("null")]
    public async Task A_file_that_cannot_be_used_is_asked_for_again_and_mended(string spoilt)
    {
        _ = await GetAsync(Answers());
        File.WriteAllText(Directory.GetFiles(Folder).Single(), spoilt);

        Assert.AreEqual("answer 2", await GetAsync(Answers()));
        Assert.AreEqual("answer 2", await GetAsync(Answers()));
    }

    [TestMethod]
    public async Task A_failure_is_not_kept()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => Answers().GetAsync<string>("ListThings", Shapes.Default.KeptAnswerString, () => throw new TimeoutException()));

        Assert.AreEqual("answer 1", await GetAsync(Answers()));
    }

    [TestMethod]
    public async Task What_cannot_be_kept_is_given_all_the_same()
    {
        File.WriteAllText(Path.Combine(_home.Path, "catalogs"), "a file where the folder should be");

        Assert.AreEqual("answer 1", await GetAsync(Answers()));
        Assert.AreEqual("answer 2", await GetAsync(Answers()));
    }

    [TestMethod]
    public async Task Arguments_accounts_regions_and_endpoints_have_answers_of_their_own()
    {
        _ = await GetAsync(Answers(), "GetThing one");

        Assert.AreEqual("answer 2", await GetAsync(Answers(), "GetThing two"));
        Assert.AreEqual("answer 1", await GetAsync(Answers(), "GetThing one"));
        string[] folders =
        [
            Folder,
            KeptAnswers.FolderFor(_home.Path, "other-key", "cn-hangzhou", ""),
            KeptAnswers.FolderFor(_home.Path, "key-id", "cn-beijing", ""),
            KeptAnswers.FolderFor(_home.Path, "key-id", "cn-hangzhou", "http://127.0.0.1:9"),
        ];
        Assert.HasCount(folders.Length, folders.Distinct());
        Assert.DoesNotContain("key-id", string.Concat(folders.Select(folder => Path.GetRelativePath(_home.Path, folder))));
    }

    [TestMethod]
    public async Task Folders_not_written_for_a_week_are_thrown_away_when_a_new_one_is_made()
    {
        string forgotten = Directory.CreateDirectory(Path.Combine(_home.Path, "catalogs", "forgotten")).FullName;
        string recent = Directory.CreateDirectory(Path.Combine(_home.Path, "catalogs", "recent")).FullName;
        Directory.SetLastWriteTimeUtc(forgotten, s_start.UtcDateTime.AddDays(-8));
        Directory.SetLastWriteTimeUtc(recent, s_start.UtcDateTime.AddDays(-6));

        _ = await GetAsync(Answers());

        Assert.IsFalse(Directory.Exists(forgotten));
        Assert.IsTrue(Directory.Exists(recent));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_this_user_may_look_into_the_folder()
    {
        _ = await GetAsync(Answers());

        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
    }

    private KeptAnswers Answers(DateTimeOffset askedSince = default) => new(Folder, _clock, askedSince);

    private Task<string> GetAsync(KeptAnswers answers, string call = "ListThings") =>
        answers.GetAsync(call, Shapes.Default.KeptAnswerString, () => Task.FromResult("answer " + ++_asked));

    [JsonSerializable(typeof(KeptAnswer<string>))]
    private sealed partial class Shapes : JsonSerializerContext;
}
