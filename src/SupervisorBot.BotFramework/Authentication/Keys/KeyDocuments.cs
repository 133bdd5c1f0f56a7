using System.Collections;
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SupervisorBot.BotFramework.Authentication.Keys;

/// <summary>Reads an OpenID document and the key set that it names, both over https.</summary>
internal sealed class KeyDocuments(IHttpClientFactory clients) : IKeyDocuments
{
    private const int LeastKeyBits = 2048;
    private const string EndorsementsName = "endorsements";

    public async Task<IReadOnlyList<SigningKey>> ReadAsync(Uri metadata, CancellationToken ct)
    {
        using HttpClient http = clients.CreateClient(IdentityHttp.ClientName);
        HttpDocumentRetriever documents = new(http) { RequireHttps = true, SendAdditionalHeaderData = false };
        OpenIdConnectConfiguration configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadata.AbsoluteUri, documents, ct);
        // An id that stands for two keys stands for none.
        SigningKey[] keys =
        [
            .. from key in configuration.JsonWebKeySet?.Keys ?? []
               where IsForSignatures(key)
               group key by key.Kid into same
               where same.Count() == 1
               select new SigningKey(same.Key, same.Single(), EndorsementsOf(same.Single())),
        ];
        return keys.Length > 0 ? keys : throw new InvalidDataException("The document names no usable key.");
    }

    private static bool IsForSignatures(JsonWebKey key) =>
        key is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Use: null or "" or JsonWebKeyUseNames.Sig, Kid.Length: > 0, N.Length: > 0, E.Length: > 0 }
        && key.KeySize >= LeastKeyBits;

    private static FrozenSet<string>? EndorsementsOf(JsonWebKey key) => key.AdditionalData.TryGetValue(EndorsementsName, out object? value)
        ? value switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } list => Set(list.EnumerateArray().Select(static entry => entry.ToString())),
            IEnumerable list and not string => Set(list.Cast<object?>().Select(static entry => entry?.ToString())),
            _ => null,
        }
        : null;

    private static FrozenSet<string> Set(IEnumerable<string?> channels) => channels.OfType<string>().ToFrozenSet(StringComparer.Ordinal);
}
