using System.Text.RegularExpressions;
using EasDeploy.Diagnostics;

namespace EasDeploy.Rules;

[TestClass]
public sealed partial class RuleSetTests
{
    private static readonly Dictionary<char, string> s_rooms = new()
    {
        ['1'] = "BasicInfo",
        ['2'] = "ServiceEnvironment",
        ['3'] = "Resources",
        ['4'] = "Network",
        ['5'] = "ServiceFeatures",
        ['6'] = "Deploy",
        ['8'] = "Document",
    };

    private static IEnumerable<object> Registered => [.. RuleSet.ItemRules, .. RuleSet.Rules, .. RuleSet.ProjectRules];

    private static List<Type> Classes =>
    [
        .. typeof(RuleSet).Assembly.GetTypes().Where(type => type.IsClass
            && (type.IsAssignableTo(typeof(IItemRule)) || type.IsAssignableTo(typeof(IRule)) || type.IsAssignableTo(typeof(IProjectRule)))),
    ];

    [TestMethod]
    public void Every_rule_class_is_registered_exactly_once()
    {
        Assert.IsNotEmpty(Classes);
        CollectionAssert.AreEquivalent(Classes, Registered.Select(rule => rule.GetType()).ToList());
    }

    [TestMethod]
    public void The_name_of_a_rule_class_starts_with_its_code_and_its_room_is_the_first_digit()
    {
        Assert.IsNotEmpty(Registered);
        foreach (object rule in Registered)
        {
            string code = CodeOf(rule);
            StringAssert.StartsWith(rule.GetType().Name, code);
            Assert.AreEqual("EasDeploy.Rules." + s_rooms[code[3]], rule.GetType().Namespace);
        }
    }

    [TestMethod]
    public void The_second_digit_says_what_a_rule_reads()
    {
        Assert.IsNotEmpty(RuleSet.ItemRules);
        Assert.IsNotEmpty(RuleSet.Rules);
        foreach (IItemRule rule in RuleSet.ItemRules)
        {
            Assert.AreEqual('0', rule.Descriptor.Code[4], rule.Descriptor.Code);
        }

        foreach (IRule rule in RuleSet.Rules)
        {
            Assert.IsTrue(rule.Descriptor.Code[4] is '1' or '2', rule.Descriptor.Code);
        }
    }

    [TestMethod]
    public void Rules_stand_in_the_order_of_their_codes()
    {
        string[] items = [.. RuleSet.ItemRules.Select(rule => rule.Descriptor.Code)];
        string[] rules = [.. RuleSet.Rules.Select(rule => rule.Descriptor.Code)];
        CollectionAssert.AreEqual(items.Order(StringComparer.Ordinal).ToArray(), items);
        CollectionAssert.AreEqual(rules.Order(StringComparer.Ordinal).ToArray(), rules);
    }

    [TestMethod]
    public void Nothing_objects_to_a_service_that_is_right()
    {
        CheckedService judged = TestService.Valid.Check();
        Assert.IsEmpty(judged.Diagnostics);
        Assert.IsNotNull(judged.Valid);
    }

    [TestMethod]
    public void An_error_takes_the_proof_away_and_a_warning_does_not()
    {
        Assert.IsNull(TestService.Valid.With("Port", "0").Check().Valid);
        CheckedService warned = TestService.Valid.With("Workspace", "nobody").Check();
        Assert.AreEqual(Severity.Warning, Assert.ContainsSingle(warned.Diagnostics).Severity);
        Assert.IsNotNull(warned.Valid);
    }

    [TestMethod]
    public void One_run_reports_every_mistake_in_the_order_of_the_lines()
    {
        TestService service = TestService.Valid
            .Named("Qwen-Chat")
            .With("Image", "vlm:0.14.0-gpu")
            .With("Port", "8080")
            .With("Replicas", "0")
            .WithStorage("nas:/x", ("MountPath", "data"));
        string[] codes = [.. service.Check().Diagnostics.Select(finding => finding.Code)];
        Assert.AreEqual("EAS1001 EAS2101 EAS2003 EAS3001 EAS2005 EAS2006", string.Join(' ', codes));
    }

    [TestMethod]
    public void Without_a_catalog_the_rules_that_need_one_rest()
    {
        TestService service = TestService.Valid.With("Image", "nobody:1").With("InstanceType", "ecs.none").With("Workspace", "nobody");
        Assert.IsEmpty(service.Check(TestCatalog.NotQueried).Diagnostics);
        Assert.IsNotEmpty(service.Check().Diagnostics);
    }

    [TestMethod]
    public void A_message_stays_short_and_on_one_line_whatever_the_author_wrote()
    {
        string hostile = string.Concat(Enumerable.Repeat("\0\u001b[31m../\n‮é\U0001F600oss://$(", 60_000));
        TestService service = new TestService(TestService.Valid.Item)
            .Named(hostile)
            .WithStorage(hostile, ("MountPath", hostile), ("ReadOnly", hostile))
            .WithVariable(hostile, ("Value", hostile));
        foreach (Items.PropertyDeclaration declaration in Items.PropertyCatalog.MetadataOf(Items.PropertyCatalog.Service))
        {
            service = service.With(declaration.Name, hostile);
        }

        IReadOnlyList<Diagnostic> findings = [.. service.Check().Diagnostics, .. RuleSet.CheckProject([service.Item, service.Item])];
        Assert.IsGreaterThan(12, findings.Select(finding => finding.Code).Distinct().Count());
        foreach (Diagnostic finding in findings)
        {
            Assert.IsLessThan(560, finding.Message.Length, finding.Message);
            Assert.IsFalse(Unprintable().IsMatch(finding.Message), finding.Message);
        }
    }

    private static string CodeOf(object rule) => rule switch
    {
        IItemRule item => item.Descriptor.Code,
        IRule resolved => resolved.Descriptor.Code,
        _ => ((IProjectRule)rule).Descriptor.Code,
    };

    [GeneratedRegex(@"[\p{Cc}\p{Cf}]")]
    private static partial Regex Unprintable();
}
