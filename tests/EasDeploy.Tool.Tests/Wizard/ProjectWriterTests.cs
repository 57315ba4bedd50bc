using System.Text;
using EasDeploy.Tool.Wizard;

namespace EasDeploy.Tool.Tests.Wizard;

/// <summary>A project keeps every character that is not ours.</summary>
[TestClass]
public sealed class ProjectWriterTests
{
    private static readonly ServiceDraft s_draft = ServiceDraft.Empty.Named("qwen_chat").With("Image", "vllm:0.14.0-gpu").With("InstanceType", "ecs.gn7i-c16g1.4xlarge");

    [TestMethod]
    public void Line_ends_tabs_and_the_byte_order_mark_stay()
    {
        using TempFolder folder = new();
        string file = folder["app.csproj"];
        File.WriteAllBytes(file, [.. Encoding.UTF8.Preamble, .. "<Project Sdk=\"Microsoft.NET.Sdk\">\r\n\t<!-- äöü -->\r\n</Project>\r\n"u8]);
        Put(file, s_draft);
        byte[] bytes = File.ReadAllBytes(file);
        string text = Encoding.UTF8.GetString(bytes);

        Assert.IsTrue(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        StringAssert.Contains(text, "\r\n\t<!-- äöü -->\r\n\r\n\t<ItemGroup>\r\n\t\t<EasService Include=\"qwen_chat\" Image=\"vllm:0.14.0-gpu\"");
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [TestMethod]
    public void A_project_without_content_gets_some()
    {
        Assert.AreEqual(
            $"""
            <Project Sdk="Microsoft.Build.NoTargets/3.7.0">

              <ItemGroup>
                <EasService Include="qwen_chat" Image="vllm:0.14.0-gpu" InstanceType="ecs.gn7i-c16g1.4xlarge" />
              </ItemGroup>

              <ItemGroup>
                <PackageReference Include="EasDeploy.Build" Version="{Aliyun.CloudAccess.Version}" PrivateAssets="all" />
              </ItemGroup>

            </Project>

            """,
            After("<Project Sdk=\"Microsoft.Build.NoTargets/3.7.0\" />\n", s_draft));
    }

    [TestMethod]
    public void Writing_twice_changes_nothing()
    {
        string once = After("<Project>\n</Project>\n", s_draft);

        Assert.AreEqual(once, After(once, s_draft));
    }

    [TestMethod]
    public void A_changed_service_takes_the_place_of_the_old_one_with_its_own_mounts_and_nobody_elses()
    {
        const string Old =
            """
            <Project>
              <ItemGroup>
                <PackageReference Include="easdeploy.build" Version="1.*" />
                <!-- <EasService Include="qwen_chat" /> -->
                <EasService Include="qwen_chat" Image="a>b">
                  <Port>8000</Port> </EasService> <!-- kept -->
                <EasStorage Include="dataset:d-1" Service="qwen_chat" MountPath="/x" />
                <EasStorage Include="dataset:d-2" Service="qwen_chat;other" MountPath="/y" />
              </ItemGroup>
            </Project>

            """;
        string text = After(Old, s_draft);

        Assert.AreEqual(
            """
            <Project>
              <ItemGroup>
                <PackageReference Include="easdeploy.build" Version="1.*" />
                <!-- <EasService Include="qwen_chat" /> -->
                <EasService Include="qwen_chat" Image="vllm:0.14.0-gpu" InstanceType="ecs.gn7i-c16g1.4xlarge" /> <!-- kept -->
                <EasStorage Include="dataset:d-2" Service="qwen_chat;other" MountPath="/y" />
              </ItemGroup>
            </Project>

            """,
            text);
    }

    [TestMethod]
    public void Letters_that_XML_or_MSBuild_would_read_are_escaped()
    {
        string text = After("<Project>\n</Project>\n", s_draft.With("Script", "echo \"$(date)\" && run @(x) 50% <in"));

        StringAssert.Contains(text, "Script=\"echo &quot;%24(date)&quot; &amp;&amp; run %40(x) 50%25 &lt;in\"");
    }

    [TestMethod]
    public void The_region_is_written_once_and_mounts_beside_the_service()
    {
        ServiceDraft draft = s_draft with { Region = "cn-hangzhou", Storage = [DraftItem.Create("dataset:d-1", ("Service", "qwen_chat"), ("MountPath", "/x"))] };
        string text = After("<Project>\n</Project>\n", draft);

        StringAssert.Contains(text, "<EasRegion>cn-hangzhou</EasRegion>");
        StringAssert.Contains(text, "    <EasStorage Include=\"dataset:d-1\" Service=\"qwen_chat\" MountPath=\"/x\" />\n  </ItemGroup>");
        Assert.HasCount(2, After(text, draft with { Region = "cn-shanghai" }).Split("<EasRegion>"));
    }

    [TestMethod]
    public void With_central_versions_the_version_is_left_to_them()
    {
        using TempFolder folder = new();
        folder.Write("Directory.Packages.props", "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>");
        string file = folder.Write("app/app.csproj", "<Project>\n</Project>\n");
        ProjectEdit edit = ProjectWriter.Open(file).Put(s_draft);

        StringAssert.Contains(edit.Text, "<PackageReference Include=\"EasDeploy.Build\" PrivateAssets=\"all\" />");
        StringAssert.Contains(edit.Hints.Single(), "<PackageVersion Include=\"EasDeploy.Build\" Version=");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("<Project>")]
    [DataRow("<Other />")]
    public void What_is_no_project_is_refused(string text)
    {
        using TempFolder folder = new();
        StoppedException refused = Assert.ThrowsExactly<StoppedException>(() => ProjectWriter.Open(folder.Write("app.csproj", text)));

        Assert.AreEqual(("EAS8016", ExitCode.WrongUsage), (refused.Diagnostic.Code, refused.ExitCode));
    }

    private static string After(string before, ServiceDraft draft)
    {
        using TempFolder folder = new();
        string file = folder.Write("app.csproj", before);
        Put(file, draft);
        return File.ReadAllText(file);
    }

    private static void Put(string file, ServiceDraft draft)
    {
        ProjectWriter writer = ProjectWriter.Open(file);
        writer.Save(writer.Put(draft));
    }
}
