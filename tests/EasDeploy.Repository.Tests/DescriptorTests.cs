using System.Globalization;
using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;

namespace EasDeploy.Repository;

[TestClass]
public sealed partial class DescriptorTests
{
    private static readonly Dictionary<string, string> s_rooms = new(StringComparer.Ordinal)
    {
        ["EasDeploy.Rules.BasicInfo"] = "1",
        ["EasDeploy.Rules.ServiceEnvironment"] = "2",
        ["EasDeploy.Rules.Resources"] = "3",
        ["EasDeploy.Rules.Network"] = "4",
        ["EasDeploy.Rules.ServiceFeatures"] = "5",
        ["EasDeploy.Rules.Deploy"] = "6",
        ["EasDeploy.Rules.Document"] = "8",
        ["EasDeploy.Resolution"] = "123456",
        ["EasDeploy.Diagnostics.DeploymentDiagnostics"] = "6",
        ["EasDeploy.Diagnostics.CloudDiagnostics"] = "7",
        ["EasDeploy.Diagnostics.BuildDiagnostics"] = "89",
        ["EasDeploy.Diagnostics.ToolDiagnostics"] = "8",
    };

    [TestMethod]
    public void Codes_are_unique_and_have_their_form()
    {
        Assert.IsGreaterThan(50, Descriptors.All.Count);
        CollectionAssert.AllItemsAreUnique(Descriptors.All.Select(descriptor => descriptor.Code).ToArray());
        foreach (DiagnosticDescriptor descriptor in Descriptors.All)
        {
            StringAssert.Matches(descriptor.Code, Code());
        }
    }

    [TestMethod]
    public void The_first_digit_is_the_room_the_descriptor_lives_in()
    {
        foreach ((Type owner, DiagnosticDescriptor descriptor) in Descriptors.Declarations)
        {
            string? digits = s_rooms.GetValueOrDefault(owner.FullName!) ?? s_rooms.GetValueOrDefault(owner.Namespace!);
            Assert.IsNotNull(digits, $"{owner} is no room: {descriptor.Code}");
            Assert.IsTrue(digits.Contains(descriptor.Code[3]), $"{descriptor.Code} lives in {owner}");
        }
    }

    [TestMethod]
    public void The_second_digit_of_a_choice_is_9()
    {
        (Type Owner, DiagnosticDescriptor Descriptor)[] choices = [.. Descriptors.Declarations.Where(declared => declared.Owner.Namespace == "EasDeploy.Resolution")];
        Assert.IsNotEmpty(choices);
        foreach ((_, DiagnosticDescriptor descriptor) in choices)
        {
            Assert.AreEqual('9', descriptor.Code[4], descriptor.Code);
            Assert.AreNotEqual(Severity.Error, descriptor.Severity, descriptor.Code);
        }
    }

    [TestMethod]
    public void A_message_says_what_is_wrong_and_then_how_to_repair_it()
    {
        foreach (DiagnosticDescriptor descriptor in Descriptors.All)
        {
            string format = descriptor.MessageFormat;
            // A placeholder at the end is a whole repair sentence of its own.
            Assert.IsTrue(format.EndsWith('.') || format.EndsWith('}'), $"{descriptor.Code} ends without a full stop");
            string[] sentences = SentenceEnd().Split(format);
            Assert.IsGreaterThan(1, sentences.Length, $"{descriptor.Code} is one sentence");
            Assert.IsFalse(descriptor.Title.EndsWith('.'), $"{descriptor.Code}: a title has no full stop");
        }
    }

    [TestMethod]
    public void Placeholders_are_numbered_from_0_without_a_gap()
    {
        foreach (DiagnosticDescriptor descriptor in Descriptors.All)
        {
            int[] used = [.. Placeholder().Matches(descriptor.MessageFormat)
                .Select(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)).Distinct().Order()];
            // The 71xx share one argument list (Code, RequestId, …) and may leave a part of it out.
            int expected = descriptor.Code.StartsWith("EAS71", StringComparison.Ordinal) ? used.LastOrDefault(-1) + 1 : used.Length;
            CollectionAssert.IsSubsetOf(used, Enumerable.Range(0, expected).ToArray(), descriptor.Code);
            object[] arguments = [.. Enumerable.Range(0, 10).Select(number => (object)$"<{number}>")];
            string message = descriptor.At(SourceLocation.None, arguments).Message;
            Assert.DoesNotContain("{", message, descriptor.Code);
        }
    }

    [GeneratedRegex("^EAS[1-9][0-9]{3}$")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<=[.:}\n])\s+(?=[A-Z{])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\{(?<number>[0-9]+)\}")]
    private static partial Regex Placeholder();
}
