using System.Text.Json;
using SupervisorBot.Gateway.Http;

namespace SupervisorBot.Gateway.Calls;

/// <summary>Reads call ids and call data.</summary>
internal static class CallReader
{
    /// <summary>A list of call ids, each a text or an object with one; absent, null and "" are an empty list.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static IReadOnlyList<string> ReadIds(JsonElement result)
    {
        if (LenientJson.IsNothing(result) || (result.ValueKind == JsonValueKind.Object && !result.EnumerateObject().Any()))
        {
            return [];
        }

        return result.ValueKind == JsonValueKind.Array
            ? [.. result.EnumerateArray().Select(IdOf).OfType<string>().Where(static id => id.Length > 0).Distinct()]
            : throw new FormatException("A list of call ids was expected.");
    }

    /// <summary>The data of one call.</summary>
    /// <exception cref="FormatException">The result is no object.</exception>
    public static CallInfo ReadInfo(JsonElement result, string askedFor)
    {
        if (result.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("The data of a call were expected.");
        }

        return new CallInfo(
            LenientJson.Text(result, "callid") is { Length: > 0 } id ? id : askedFor,
            LenientJson.Text(result, "caller") ?? string.Empty,
            LenientJson.Text(result, "called") ?? string.Empty,
            ReadFeature(LenientJson.Member(result, "callfeature")),
            LenientJson.Time(result, "begintime"))
        {
            SkillName = LenientJson.Text(result, "callskill") is { Length: > 0 } skill ? skill : null,
            OriginallyCalled = LenientJson.Text(result, "orgicallednum") is { Length: > 0 } called ? called : null,
        };
    }

    public static CallFeature ReadFeature(JsonElement element) =>
        LenientJson.ToInt(element) is { } number && Enum.IsDefined((CallFeature)number) ? (CallFeature)number : CallFeature.Unknown;

    private static string? IdOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? LenientJson.Text(element, "callid") : LenientJson.ToText(element);
}
