using System.Text.Json.Nodes;
using EasDeploy.Emulator.Operations;
using EasDeploy.Emulator.Wire;
using EasDeploy.Testing;

namespace EasDeploy.Emulator.Tests.Operations;

[TestClass]
public sealed class AnswerShapeTests
{
    private const string One = "/api/v2/services/cn-hangzhou/qwen_chat";

    [TestMethod]
    [DataRow("DescribeService", One)]
    [DataRow("ListServices", "/api/v2/services")]
    [DataRow("DescribeServiceEndpoints", One + "/endpoints")]
    [DataRow("DescribeServiceEvent", One + "/events")]
    [DataRow("DescribeMachineSpec", "/api/v2/public/instance_types")]
    [DataRow("ListResources", "/api/v2/resources")]
    [DataRow("ListWorkspaces", "/api/v1/workspaces")]
    [DataRow("ListImages", "/api/v1/images?Verbose=true&PageSize=100")]
    public async Task An_answer_has_only_published_fields_of_published_types(string action, string target)
    {
        await using EmulatorHost host = await EmulatorHost.StartAsync();
        using var client = new SignedClient(host.Address);
        await client.SendAsync("CreateService", "POST", "/api/v2/services", Documents.Service("qwen_chat"));
        OperationDeclaration operation = OperationTable.Create().Declarations.Single(d => d.Action == action);

        JsonObject answer = await client.GetAsync(action, target, operation.Version);

        Assert.IsGreaterThan(1, answer.Count);
        ShapeCheck.Check(answer, operation.Response!, "", strict: true);
    }

    [TestMethod]
    public void The_shape_check_itself_sees_a_foreign_field()
    {
        var shape = new TypeShape("object", Properties: new Dictionary<string, TypeShape> { ["A"] = new("int32") });

        Assert.ThrowsExactly<ApiException>(() => ShapeCheck.Check(new JsonObject { ["B"] = 1 }, shape, "", strict: true));
        Assert.ThrowsExactly<ApiException>(() => ShapeCheck.Check(new JsonObject { ["A"] = "1" }, shape, "", strict: true));
    }
}
