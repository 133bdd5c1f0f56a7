using System.Collections.Frozen;
using System.Text.Json;
using SupervisorBot.Gateway.Http;

namespace SupervisorBot.Gateway.Results;

/// <summary>
/// The known result codes with their texts, from the resource <c>result-codes.en.json</c> (CEC API reference cec_07_0580).
/// </summary>
internal static class ResultCatalogue
{
    private const string ResourceName = "SupervisorBot.Gateway.Results.result-codes.en.json";
    private static readonly FrozenDictionary<string, ResultMeaning> Meanings = Load();

    public static IReadOnlyCollection<string> Codes => Meanings.Keys;

    public static bool Contains(string code) => Meanings.ContainsKey(code);

    public static ResultMeaning Find(string code) => Meanings.TryGetValue(code, out var meaning)
        ? meaning
        : new ResultMeaning(
            $"The gateway refused with code {code}, which is not in its published list.",
            "Try again; if it stays, give the code to the operator of the contact centre.");

    private static FrozenDictionary<string, ResultMeaning> Load()
    {
        using var stream = typeof(ResultCatalogue).Assembly.GetManifestResourceStream(ResourceName)!;
        return JsonSerializer.Deserialize(stream, GatewayJson.Default.DictionaryStringResultMeaning)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
