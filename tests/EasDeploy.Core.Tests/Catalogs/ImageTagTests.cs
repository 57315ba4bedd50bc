using EasDeploy.Specs;
using NuGet.Versioning;

namespace EasDeploy.Catalogs;

/// <summary>Single tags as they are meant, and properties over every tag of the seeds.</summary>
[TestClass]
public sealed class ImageTagTests
{
    private static readonly string[] s_endings = ["-gpu", "-cpu", "-py3", "-api", ".a8ec486", "-modelgallery", ".20260305pai-gpu"];

    private static List<string> Tags { get; } = [.. SeedCatalog.Images.Select(image => new ImageReference(image.Name).Tag).Distinct()];

    [TestMethod]
    [DataRow("0.14.0-gpu", "0.14.0", "", "GPU", "")]
    [DataRow("v0.9.1-modelgallery", "0.9.1", "", "", "modelgallery")]
    [DataRow("0.13.0rc2", "0.13.0-rc.2", "", "", "")]
    [DataRow("0.13.0rc2.a8ec486.20260305pai-gpu", "0.13.0-rc.2", "a8ec486.20260305pai", "GPU", "")]
    [DataRow("25.03-py3", "25.3.0", "", "", "py3")]
    [DataRow("0.4.0-20250903", "0.4.0", "20250903", "", "")]
    [DataRow("b6500-cpu", "6500.0.0", "", "CPU", "")]
    [DataRow("2.7.1-py312-cpu-ubuntu22.04", "2.7.1", "", "CPU", "py312 ubuntu22 04")]
    [DataRow("0.5.8-acclep1.2.1-gpu", "0.5.8", "", "GPU", "acclep1 2 1")]
    [DataRow("2.2-api", "2.2.0", "", "", "api")]
    [DataRow("2.2.1-py38-cu113-unbuntu2004-blade-public", "2.2.1", "", "", "py38 cu113 unbuntu2004 blade public")]
    [DataRow("2026.3.13", "2026.3.13", "", "", "")]
    [DataRow("1.0.0-beta.3-GPU", "1.0.0-beta.3", "", "GPU", "")]
    [DataRow("py39-ubuntu2004", null, "", "", "py39 ubuntu2004")]
    [DataRow("latest", null, "", "", "latest")]
    [DataRow("", null, "", "", "")]
    public void A_tag_is_taken_apart(string text, string? version, string build, string chip, string variant)
    {
        ImageTag tag = ImageTag.Parse(text);
        Assert.AreEqual(version, tag.Version?.ToNormalizedString());
        Assert.AreEqual(build, tag.Build);
        Assert.AreEqual(chip, tag.Chip?.ToString() ?? "");
        Assert.AreEqual(variant, string.Join(' ', tag.Variant));
    }

    [TestMethod]
    public void A_chip_is_no_pre_release_and_a_release_candidate_is_one()
    {
        Assert.IsFalse(ImageTag.Parse("0.14.0-gpu").Version!.IsPrerelease);
        Assert.IsTrue(ImageTag.Parse("0.13.0rc2").Version!.IsPrerelease);
    }

    [TestMethod]
    [DataRow("0.9.1 0.10.1 0.11.2 0.14.0")]
    [DataRow("0.13.0rc2 0.13.0rc10 0.13.0 0.13.1")]
    [DataRow("0.13.0-alpha.1 0.13.0-beta 0.13.0rc1 0.13.0")]
    [DataRow("23.05 24.05 25.03 25.10")]
    [DataRow("latest 0.1 0.2")]
    public void Versions_come_in_their_order_whatever_follows_them(string inOrder)
    {
        string[] cores = inOrder.Split(' ');
        for (int i = 1; i < cores.Length; i++)
        {
            foreach (string older in s_endings.Prepend(""))
            {
                foreach (string newer in s_endings.Prepend(""))
                {
                    Assert.IsLessThan(0, ImageTag.Parse(cores[i - 1] + older).CompareTo(ImageTag.Parse(cores[i] + newer)), $"{cores[i - 1]}{older} < {cores[i]}{newer}");
                }
            }
        }
    }

    [TestMethod]
    public void Every_tag_of_the_catalog_round_trips()
    {
        Assert.IsGreaterThan(70, Tags.Count);
        foreach (string text in Tags)
        {
            ImageTag tag = ImageTag.Parse(text);
            Assert.AreEqual(text, tag.ToString());
            Assert.AreEqual(tag, ImageTag.Parse(tag.ToString()));
            if (tag.Version is { } version)
            {
                Assert.AreEqual(version, ImageTag.Parse(version.ToNormalizedString()).Version, "a version taken out of a tag is itself a tag");
            }
        }
    }

    [TestMethod]
    public void Most_tags_of_the_catalog_have_a_version()
    {
        string[] without = [.. Tags.Where(text => ImageTag.Parse(text).Version is null)];
        Assert.AreEqual("py39-ubuntu2004", string.Join(' ', without));
    }

    [TestMethod]
    public void The_order_is_total()
    {
        List<ImageTag> tags = Tags.ConvertAll(ImageTag.Parse);
        foreach (ImageTag a in tags)
        {
            foreach (ImageTag b in tags)
            {
                Assert.AreEqual(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)), $"{a} and {b}");
                Assert.AreEqual(a.Equals(b), a.CompareTo(b) == 0, $"{a} and {b}");
                foreach (ImageTag c in tags)
                {
                    Assert.IsFalse(a < b && b < c && !(a < c), $"{a} < {b} < {c}");
                }
            }
        }
    }

    [TestMethod]
    public void The_order_does_not_depend_on_where_it_begins()
    {
        string inOrder = string.Join(' ', Tags.ConvertAll(ImageTag.Parse).Order());
        Random random = new(20261123);
        for (int round = 0; round < 50; round++)
        {
            string[] shuffled = [.. Tags];
            random.Shuffle(shuffled);
            Assert.AreEqual(inOrder, string.Join(' ', shuffled.Select(ImageTag.Parse).Order()));
        }
    }

    [TestMethod]
    public void No_text_is_too_strange()
    {
        Random random = new(20261123);
        const string Letters = "0123456789.-_+vrcbetagpulx\u0130é\uD83D\0";
        for (int round = 0; round < 20_000; round++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(140)).Select(_ => Letters[random.Next(Letters.Length)])]);
            ImageTag tag = ImageTag.Parse(text);
            Assert.AreEqual(text, tag.Text);
            Assert.AreEqual(0, tag.CompareTo(ImageTag.Parse(text)));
            Assert.IsTrue(tag.Version is null || NuGetVersion.TryParse(tag.Version.ToString(), out _));
        }
    }
}
