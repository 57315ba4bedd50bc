using System.Text;
using EasDeploy.Diagnostics;

namespace EasDeploy.Locks;

[TestClass]
public sealed class LockReaderTests
{
    private static readonly string s_good = Encoding.UTF8.GetString(LockText.Write(LockRoundTripTests.Made([TestService.Valid.Spec()], LockedServices.Catalog)));

    [TestMethod]
    [DataRow("<<<<<<< HEAD")]
    [DataRow("=======")]
    [DataRow(">>>>>>> topic")]
    [DataRow("||||||| base")]
    public void A_merge_conflict_is_told_at_its_line(string mark)
    {
        string[] lines = s_good.Split('\n');
        string conflict = string.Join("\r\n", lines[..4].Append(mark).Concat(lines[4..]));
        Diagnostic failure = Failure(conflict);
        Assert.AreEqual("EAS8019", failure.Code);
        Assert.AreEqual(new SourceLocation("/repo/eas.lock.json", 5, 1), failure.Location);
        Assert.Contains("has a merge conflict that is not resolved", failure.Message);
    }

    [TestMethod]
    [DataRow("", "is no JSON", 1, 1)]
    [DataRow("[]", "holds no JSON object", 1, 1)]
    [DataRow("{\n  \"region\": \"a\",\n  \"region\": \"b\"\n}", "has the key 'region' twice", 3, 3)]
    [DataRow("{\n}", "has no formatVersion", 1, 1)]
    [DataRow("{\n  \"formatVersion\": 1\n}", "has no region", 1, 1)]
    [DataRow("{\n  \"formatVersion\": 1,\n  \"region\": 7\n}", "has a value 'region' that is no text", 3, 13)]
    [DataRow("{\n  \"formatVersion\": 1,\n  \"region\": \"a\"\n}", "has no services", 1, 1)]
    [DataRow("{\"formatVersion\": 1, \"region\": \"a\", \"services\": []}", "'services' that is no object", 1, 49)]
    [DataRow("{\"formatVersion\": 1, \"region\": \"a\",\n\"services\": { \"x\": 1 } }", "an entry that is no object", 2, 20)]
    [DataRow("{\"formatVersion\": 1, \"region\": \"a\",\n\"services\": { \"x\": { \"queriedAt\": \"soon\" } } }", "that is no time", 2, 35)]
    public void What_is_wrong_is_told_with_line_and_column(string text, string reason, int line, int column)
    {
        Diagnostic failure = Failure(text);
        Assert.AreEqual("EAS8019", failure.Code);
        Assert.Contains(reason, failure.Message);
        Assert.AreEqual((line, column), (failure.Location.Line, failure.Location.Column), failure.Message);
    }

    [TestMethod]
    [DataRow("\"GpuAmount\": 1", "\"GpuAmount\": \"one\"", "another shape than a catalog")]
    [DataRow("\"GpuAmount\": 1,", "", "another shape than a catalog")]
    [DataRow("\"system.chipType=GPU\"", "\"system.chipType\"", "a list of key=value texts")]
    [DataRow("\"system.chipType=GPU\"", "7", "a list of key=value texts")]
    [DataRow("\"Workspaces\": {", "\"Workspaces\": 1, \"W\": {", "an object of rows")]
    [DataRow("\"GpuMemory\": 24", "\"GpuMemory\": 1e999", "another shape than a catalog")]
    [DataRow("\"Kind\": \"HuggingFace\"", "\"Kind\": 99", "another shape than a catalog")]
    [DataRow("\"State\": \"Listed\"", "\"State\": 0", "another shape than a catalog")]
    [DataRow("\"312319\": {", "\"1\": null, \"312319\": {", "there must be an object")]
    public void Facts_of_another_shape_are_told_where_they_stand(string old, string other, string reason)
    {
        Assert.Contains(old, s_good);
        Diagnostic failure = Failure(s_good.Replace(old, other, StringComparison.Ordinal));
        Assert.AreEqual("EAS8019", failure.Code);
        Assert.Contains(reason, failure.Message);
        Assert.IsGreaterThan(5, failure.Location.Line, failure.ToString());
    }

    [TestMethod]
    [DataRow("2")]
    [DataRow("\"1\"")]
    [DataRow("1.5")]
    [DataRow("{}")]
    public void A_format_we_do_not_know_is_told_as_such(string version)
    {
        Diagnostic failure = Failure(s_good.Replace("\"formatVersion\": 1", "\"formatVersion\": " + version, StringComparison.Ordinal));
        Assert.AreEqual("EAS8020", failure.Code);
        Assert.AreEqual(2, failure.Location.Line);
        Assert.Contains($"formatVersion {version},", failure.Message);
    }

    [TestMethod]
    public void Windows_line_ends_and_a_byte_order_mark_do_no_harm()
    {
        (LockFile? read, _) = LockReader.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(s_good.Replace("\n", "\r\n", StringComparison.Ordinal))], "f");
        Assert.AreEqual(s_good, Encoding.UTF8.GetString(LockText.Write(read!)));
    }

    private static Diagnostic Failure(string text)
    {
        (LockFile? read, Diagnostic? failure) = LockReader.Read(Encoding.UTF8.GetBytes(text), "/repo/eas.lock.json");
        Assert.IsNull(read);
        return failure!;
    }
}
