namespace EasDeploy.Aliyun.Credentials;

/// <summary>A key in environment variables.</summary>
/// <remarks>Source: openapi.md section 9.1, row 1: an id alone is skipped; the legacy <c>ALICLOUD_*</c> names are not read.</remarks>
internal static class EnvironmentCredentials
{
    private const string Id = "ALIBABA_CLOUD_ACCESS_KEY_ID";
    private const string KeySecret = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
    private const string Token = "ALIBABA_CLOUD_SECURITY_TOKEN";

    public static CredentialSource? Find(CredentialPlaces places, List<string> lookedAt)
    {
        (string? id, string? secret) = (places.Variable(Id), places.Variable(KeySecret));
        if (id is not null && secret is not null)
        {
            return new StaticCredentials(
                $"environment variables {Id}, {KeySecret}", new AccessKey(id, new(secret), new(places.Variable(Token))));
        }

        lookedAt.Add((id, secret) switch
        {
            (null, null) => $"environment variables {Id}, {KeySecret}: not set",
            (null, _) => $"environment variables: {KeySecret} is set, {Id} is not",
            _ => $"environment variables: {Id} is set, {KeySecret} is not",
        });
        return null;
    }
}
