using System.Text;

namespace EasDeploy.Catalogs;

[TestClass]
public sealed class CatalogJsonTests
{
    [TestMethod]
    public void A_catalog_comes_back_as_it_was()
    {
        Catalog back = CatalogJson.Read(CatalogJson.Write(SeedCatalog.Queried))!;
        Assert.IsNotEmpty(back.Images);
        Assert.AreEqual(SeedCatalog.Queried.QueriedAt, back.QueriedAt);
        CollectionAssert.AreEqual(SeedCatalog.InstanceTypes, back.InstanceTypes);
        CollectionAssert.AreEqual(SeedCatalog.Images[0].Labels, back.Images[0].Labels);
        Assert.AreEqual(TestCatalog.ResourceGroups[0], back.ResourceGroups!.Value[0]);
    }

    [TestMethod]
    public void The_same_catalog_gives_the_same_bytes() =>
        CollectionAssert.AreEqual(CatalogJson.Write(SeedCatalog.Queried), CatalogJson.Write(SeedCatalog.Queried));

    [TestMethod]
    [DataRow("")]
    [DataRow("<html>")]
    [DataRow("[]")]
    [DataRow("{\"Region\":")]
    [DataRow("null")]
    public void Text_that_is_no_catalog_is_none(string json) => Assert.IsNull(CatalogJson.Read(Encoding.UTF8.GetBytes(json)));

    [TestMethod]
    [DataRow("{}")]
    [DataRow("{\"Region\":\"cn-hangzhou\",\"QueriedAt\":\"2026-11-22T12:00:00Z\"}")]
    [DataRow("{\"Region\":null,\"QueriedAt\":null,\"NotQueriedReason\":null,\"Workspaces\":[],\"Images\":[{\"ImageId\":\"i\",\"Name\":null,\"ImageUri\":null,\"Labels\":[]}],\"ImageDetails\":[],\"InstanceTypes\":[],\"ResourceGroups\":null}")]
    [DataRow("{\"Region\":null,\"QueriedAt\":null,\"NotQueriedReason\":null,\"Workspaces\":[],\"Images\":[{\"ImageId\":\"i\",\"Name\":\"a:1\",\"ImageUri\":null}],\"ImageDetails\":[],\"InstanceTypes\":[],\"ResourceGroups\":null}")]
    public void A_catalog_without_its_lists_is_none(string json) => Assert.IsNull(CatalogJson.Read(Encoding.UTF8.GetBytes(json)));
}
