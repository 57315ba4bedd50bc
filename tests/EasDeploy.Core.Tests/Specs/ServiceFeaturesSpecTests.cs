namespace EasDeploy.Specs;

[TestClass]
public sealed class ServiceFeaturesSpecTests
{
    [TestMethod]
    public void No_feature_is_on_unless_it_is_asked_for()
    {
        ServiceFeaturesSpec features = TestService.Valid.With("HealthCheck", "none").Spec().Features;
        Assert.AreEqual(new ServiceFeaturesSpec(null, null, null, null, null, null), features);
    }

    [TestMethod]
    [DataRow("http", HealthCheckKind.Http)]
    [DataRow(" TCP ", HealthCheckKind.Tcp)]
    [DataRow("None", HealthCheckKind.None)]
    [DataRow("1", null)]
    [DataRow("http,tcp", null)]
    [DataRow("exec", null)]
    public void A_kind_of_check_is_a_word(string text, HealthCheckKind? kind) => Assert.AreEqual(kind, HealthCheckSpec.ParseKind(text));

    [TestMethod]
    [DataRow("", "", 600)]
    [DataRow("http", "", 960)]
    [DataRow("http", "60", 1260)]
    [DataRow("http", "2000000000", 604800)]
    public void The_wait_lasts_as_long_as_the_probes_and_the_image_pull(string kind, string failures, int seconds)
    {
        ServiceSpec spec = TestService.Valid.With("HealthCheck", kind).With("HealthCheckFailureThreshold", failures).Spec();
        Assert.AreEqual(TimeSpan.FromSeconds(seconds), spec.WaitTimeout);
    }

    [TestMethod]
    public void A_limit_of_the_author_wins_over_the_probes() =>
        Assert.AreEqual(TimeSpan.FromSeconds(240), TestService.Valid.With("HealthCheck", "http").With("WaitTimeout", "240").Spec().WaitTimeout);

    [TestMethod]
    [DataRow("12.5", 12.5)]
    [DataRow(" 7 ", 7.0)]
    [DataRow("1,5", null)]
    [DataRow("1e3", null)]
    [DataRow("60%", null)]
    public void A_threshold_is_a_plain_number(string text, double? number) => Assert.AreEqual((decimal?)number, AutoscalerSpec.ParseThreshold(text));
}
