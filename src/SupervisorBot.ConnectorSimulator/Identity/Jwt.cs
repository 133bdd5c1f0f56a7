using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SupervisorBot.ConnectorSimulator.Identity;

/// <summary>Writes JSON Web Tokens, good ones and bad ones alike: it checks nothing of what it signs.</summary>
public static class Jwt
{
    /// <summary>A token signed with RS256 under the key's id.</summary>
    /// <param name="key">The key.</param>
    /// <param name="payload">The claims.</param>
    public static string Sign(IdentityKey key, JsonObject payload)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Compact(
            new JsonObject { ["alg"] = "RS256", ["kid"] = key.Id, ["x5t"] = key.Id, ["typ"] = "JWT" },
            payload,
            data => key.Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <summary>A token in its compact form.</summary>
    /// <param name="header">The header.</param>
    /// <param name="payload">The claims.</param>
    /// <param name="sign">Signs the first two parts.</param>
    public static string Compact(JsonObject header, JsonObject payload, Func<byte[], byte[]> sign)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(payload);
        ArgumentNullException.ThrowIfNull(sign);
        string signed = $"{Base64Url(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Base64Url(Encoding.UTF8.GetBytes(payload.ToJsonString()))}";
        return $"{signed}.{Base64Url(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>Bytes as tokens and keys write them.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
