using System.Text.Json.Nodes;

namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>When two values count as equal: null equals undefined, numbers within the smallest step of 1, structures by content.</summary>
internal static class ValueEquality
{
    // The distance from 1 to the next double.
    private const double Step = 2.220446049250313e-16;

    public static bool AreEqual(in Value left, in Value right)
    {
        if (left.IsNothing || right.IsNothing)
        {
            return left.IsNothing && right.IsNothing;
        }

        return left.Kind == right.Kind && left.Kind switch
        {
            ValueKind.Boolean => left.Boolean == right.Boolean,
            ValueKind.Number => Math.Abs(left.Number - right.Number) < Step || left.Number == right.Number,
            ValueKind.Text => string.Equals(left.Text, right.Text, StringComparison.Ordinal),
            ValueKind.Array => SameItems(left.Array, right.Array),
            _ => SameProperties(left.Object, right.Object),
        };
    }

    private static bool SameItems(JsonArray left, JsonArray right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!AreEqual(Value.From(left[i]), Value.From(right[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameProperties(JsonObject left, JsonObject right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        foreach (var (name, node) in left)
        {
            if (!right.TryGetPropertyValue(name, out var other) || !AreEqual(Value.From(node), Value.From(other)))
            {
                return false;
            }
        }

        return true;
    }
}
