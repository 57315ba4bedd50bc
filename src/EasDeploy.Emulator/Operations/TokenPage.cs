using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EasDeploy.Emulator.Wire;

namespace EasDeploy.Emulator.Operations;

/// <summary>Paging by MaxResults and NextToken.</summary>
internal static class TokenPage
{
    /// <returns>The rows of the page and the token of the next one, empty at the end.</returns>
    /// <exception cref="ApiException">400 for a token nobody gave out, or MaxResults outside 1 to <paramref name="most"/>.</exception>
    public static (IReadOnlyList<JsonObject> Rows, string NextToken) Of(ApiCall call, IReadOnlyList<JsonObject> rows, int most, string badToken)
    {
        long size = call.Number("MaxResults") ?? most;
        if (size < 1 || size > most)
        {
            throw ApiException.InvalidParameter($"MaxResults must be 1 to {most}, not {size}.");
        }

        int from = 0;
        if (call.Text("NextToken") is { Length: > 0 } token && !TryRead(token, out from))
        {
            throw new ApiException(400, badToken, "The NextToken is not valid.");
        }

        JsonObject[] page = [.. rows.Skip(from).Take((int)size)];
        int next = from + page.Length;
        return (page, next < rows.Count ? Convert.ToBase64String(Encoding.ASCII.GetBytes($"emulator:{next}")) : "");
    }

    private static bool TryRead(string token, out int from)
    {
        from = 0;
        byte[] bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out int length)
            && Encoding.ASCII.GetString(bytes, 0, length).Split(':') is ["emulator", string text]
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out from);
    }
}
