using System.Reflection;

namespace EasDeploy.Items;

[TestClass]
public sealed class PropertyCatalogTests
{
    private static IEnumerable<PropertyDeclaration> All => PropertyCatalog.Items.Concat(PropertyCatalog.Properties);

    [TestMethod]
    public void A_name_is_declared_once_for_its_item()
    {
        string[] names = [.. All.Select(declaration => declaration.Owner + "." + declaration.Name)];
        Assert.IsNotEmpty(names);
        CollectionAssert.AllItemsAreUnique(names);
    }

    [TestMethod]
    public void Every_name_of_the_constants_is_declared_and_the_other_way_round()
    {
        string[] constants = [.. typeof(PropertyCatalog.Metadata).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];
        CollectionAssert.AreEquivalent(constants, PropertyCatalog.Items.Select(declaration => declaration.Name).Distinct().ToArray());
    }

    [TestMethod]
    public void Every_declaration_says_its_unit_and_its_meaning()
    {
        foreach (PropertyDeclaration declaration in All)
        {
            Assert.AreNotEqual("", declaration.Unit, declaration.Name);
            StringAssert.EndsWith(declaration.Help, ".", declaration.Name);
            Assert.IsTrue(declaration.Phase is >= 0 and <= 6, declaration.Name);
        }
    }

    [TestMethod]
    public void Properties_carry_our_prefix_and_never_a_credential()
    {
        foreach (PropertyDeclaration property in PropertyCatalog.Properties)
        {
            Assert.IsTrue(property.Name.StartsWith("Eas", StringComparison.Ordinal) || property.Name == "DeployToEas", property.Name);
            foreach (string secret in new[] { "Key", "Secret", "Token", "Password", "Credential" })
            {
                Assert.DoesNotContain(secret, property.Name);
            }
        }
    }
}
