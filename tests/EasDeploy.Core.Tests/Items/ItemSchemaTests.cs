using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using EasDeploy.Testing;

namespace EasDeploy.Items;

[TestClass]
public sealed class ItemSchemaTests
{
    // What our fragment uses of Microsoft.Build.xsd, which the SDK does not carry.
    private const string Base = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:msb="http://schemas.microsoft.com/developer/msbuild/2003"
                   targetNamespace="http://schemas.microsoft.com/developer/msbuild/2003" elementFormDefault="qualified">
          <xs:complexType name="SimpleItemType">
            <xs:attribute name="Include" type="xs:string"/>
            <xs:attribute name="Update" type="xs:string"/>
            <xs:attribute name="Condition" type="xs:string"/>
          </xs:complexType>
          <xs:complexType name="StringPropertyType">
            <xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="Condition" type="xs:string"/></xs:extension></xs:simpleContent>
          </xs:complexType>
          <xs:element name="Item" type="msb:SimpleItemType" abstract="true"/>
          <xs:element name="Property" type="msb:StringPropertyType" abstract="true"/>
          <xs:element name="Project">
            <xs:complexType><xs:choice maxOccurs="unbounded">
              <xs:element name="ItemGroup"><xs:complexType><xs:sequence><xs:element ref="msb:Item" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
              <xs:element name="PropertyGroup"><xs:complexType><xs:sequence><xs:element ref="msb:Property" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
            </xs:choice></xs:complexType>
          </xs:element>
        </xs:schema>
        """;

    [TestMethod]
    public void The_published_schema_is_the_one_of_the_catalog() =>
        Golden.Check(ItemSchema.Text(), "../../../nuget/schemas/EasDeploy.Build.xsd");

    [TestMethod]
    [DataRow("""<EasService Include="a" Image="vllm" OnExisting="Fail"><Script>serve</Script><Port Condition="true">8000</Port></EasService>""", "")]
    [DataRow("""<EasService Include="a" OnExisting="$(Policy)" Enabled="%(EasService.Enabled)" />""", "")]
    [DataRow("""<EasService Update="a" Replicas="2" />""", "")]
    [DataRow("""<EasStorage Include="oss://bucket/folder/" MountPath="/data" ReadOnly="true" />""", "")]
    [DataRow("""<EasService Include="a" Imgae="vllm" />""", "Imgae")]
    [DataRow("""<EasService Include="a" OnExisting="Replace" />""", "OnExisting")]
    [DataRow("""<EasStorage Include="oss://bucket/folder/" Path="/data" />""", "Path")]
    [DataRow("""<EasServise Include="a" />""", "EasServise")]
    public void An_editor_sees_what_the_build_would_refuse(string item, string named)
    {
        List<string> complaints = Complaints($"<ItemGroup>{item}</ItemGroup>");

        Assert.HasCount(named.Length == 0 ? 0 : 1, complaints, string.Join('\n', complaints));
        Assert.Contains(named, string.Concat(complaints));
    }

    [TestMethod]
    public void Every_property_and_every_item_may_stand_in_a_project()
    {
        string properties = string.Concat(PropertyCatalog.Properties.Select(declared => $"<{declared.Name}>$(X)</{declared.Name}>"));
        string items = string.Concat(PropertyCatalog.Items.Select(declared => $"""<{declared.Owner} Include="a" {declared.Name}="$(X)" />"""));

        Assert.IsEmpty(Complaints($"<PropertyGroup>{properties}</PropertyGroup><ItemGroup>{items}</ItemGroup>"));
        Assert.IsNotEmpty(Complaints("<PropertyGroup><EasRegoin>cn-hangzhou</EasRegoin></PropertyGroup>"));
    }

    private static List<string> Complaints(string content)
    {
        XmlSchemaSet schemas = new() { XmlResolver = null };
        // One schema made of both, as an editor joins them by the namespace.
        XElement both = XElement.Parse(Base);
        both.Add(XElement.Parse(ItemSchema.Text()).Elements());
        using (XmlReader reader = both.CreateReader())
        {
            schemas.Add(null, reader);
        }

        List<string> complaints = [];
        XDocument.Parse($"""<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">{content}</Project>""")
            .Validate(schemas, (_, happened) => complaints.Add(happened.Message));
        return complaints;
    }
}
