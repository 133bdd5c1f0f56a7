using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace SupervisorBot.ConnectorSimulator.Recording;

/// <summary>Reads the connector's paths from raw request targets, so that ids are decoded exactly once.</summary>
internal static class ConnectorRoutes
{
    private const string TokenPrefix = "next-";
    private const int UsualPage = 200;

    public static (ConnectorOperation Operation, string? Conversation, string? Activity) Read(string method, string target, string basePath)
    {
        string path = target.Split('?', 2)[0];
        if (!path.StartsWith(basePath + "/v3/conversations", StringComparison.Ordinal))
        {
            return (ConnectorOperation.Unknown, null, null);
        }

        string[] parts = [.. path[(basePath.Length + "/v3/conversations".Length)..].Split('/').Skip(1).Select(Uri.UnescapeDataString)];
        return (method, parts) switch
        {
            ("POST", [] or [""]) => (ConnectorOperation.CreateConversation, null, null),
            ("POST", [var c, "activities"]) => (ConnectorOperation.Send, c, null),
            ("POST", [var c, "activities", var a]) => (ConnectorOperation.Reply, c, a),
            ("PUT", [var c, "activities", var a]) => (ConnectorOperation.Update, c, a),
            ("DELETE", [var c, "activities", var a]) => (ConnectorOperation.Delete, c, a),
            ("GET", [var c, "members" or "pagedmembers"]) => (ConnectorOperation.Members, c, null),
            ("GET", [var c, "members", var m]) => (ConnectorOperation.Member, c, m),
            _ => (ConnectorOperation.Unknown, parts.FirstOrDefault(), null),
        };
    }

    /// <summary>Whether a target asks for a targeted message.</summary>
    public static bool IsTargeted(string target) =>
        string.Equals(QueryOf(target).GetValueOrDefault("isTargetedActivity").ToString(), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Page size and first index that a query asks for.</summary>
    public static (int Size, int From) PageOf(string target)
    {
        var query = QueryOf(target);
        string token = query.GetValueOrDefault("continuationToken").ToString();
        int from = token.StartsWith(TokenPrefix, StringComparison.Ordinal) ? Number(token[TokenPrefix.Length..]) : 0;
        return (Number(query.GetValueOrDefault("pageSize").ToString()) is > 0 and var size ? size : UsualPage, from);
    }

    /// <summary>The token that asks for the page from an index on.</summary>
    public static string TokenOf(int from) => TokenPrefix + from.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, StringValues> QueryOf(string target)
    {
        int mark = target.IndexOf('?', StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(mark < 0 ? "" : target[mark..]);
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
