using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SupervisorBot.ConnectorSimulator.Identity;

/// <summary>A key with which an identity provider signs.</summary>
/// <param name="id">Its id.</param>
/// <param name="endorsements">The channels for which it may sign; null to publish no such list.</param>
/// <param name="bits">Its length in bits; 2048 by default.</param>
public sealed class IdentityKey(string id, IReadOnlyList<string>? endorsements = null, int bits = 2048) : IDisposable
{
    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>The key itself.</summary>
    public RSA Rsa { get; } = RSA.Create(bits);

    /// <summary>Its public half as a key set holds it.</summary>
    public JsonObject ToPublicJson()
    {
        RSAParameters parameters = Rsa.ExportParameters(includePrivateParameters: false);
        JsonObject key = new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["x5t"] = Id,
            ["n"] = Jwt.Base64Url(parameters.Modulus!),
            ["e"] = Jwt.Base64Url(parameters.Exponent!),
        };
        if (endorsements is not null)
        {
            key["endorsements"] = new JsonArray([.. endorsements.Select(static channel => (JsonNode)channel)]);
        }

        return key;
    }

    /// <inheritdoc/>
    public void Dispose() => Rsa.Dispose();
}
