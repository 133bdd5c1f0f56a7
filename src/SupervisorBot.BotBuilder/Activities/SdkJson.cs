using Microsoft.Rest.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SupervisorBot.BotBuilder.Activities;

/// <summary>How the SDK's objects are read and written, so that nothing changes on its way through them.</summary>
internal static class SdkJson
{
    /// <summary>
    /// A text that looks like a moment stays the text that it is: it may stand in a button's sealed data, and has to come back as it was sent. The same
    /// goes for members whose names begin with a dollar sign.
    /// </summary>
    private static readonly JsonSerializerSettings s_settings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        ContractResolver = new ReadOnlyJsonContractResolver(),
        Converters = { new Iso8601TimeSpanConverter() },
        MaxDepth = 128,
    };

    public static string Write(object value) => JsonConvert.SerializeObject(value, s_settings);

    public static T Read<T>(string json)
        where T : class => JsonConvert.DeserializeObject<T>(json, s_settings) ?? throw new JsonSerializationException("The JSON text is null.");

    public static JToken ReadToken(string json) => Read<JToken>(json);
}
